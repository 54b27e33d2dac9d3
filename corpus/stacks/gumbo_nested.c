/* Gumbo: 6,000 nested elements of HTML, freed by recursion.
 * flags: -O2
 * needs: libgumbo.so.1
 * truth: crashes */
#include "in_thread.h"
void *gumbo_parse(const char *);
void gumbo_destroy_output(const void *, void *);
extern const char kGumboDefaultOptions;
static void *work(void *x) {
  int n = 6000;
  char *t = malloc(5 * n + 1);
  for (int i = 0; i < n; i++) memcpy(t + 5 * i, "<div>", 5);
  t[5 * n] = 0;
  void *o = gumbo_parse(t);
  gumbo_destroy_output(&kGumboDefaultOptions, o);
  return RESULT(!o);
}
