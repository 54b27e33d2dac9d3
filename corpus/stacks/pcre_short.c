/* PCRE: the same group over 20 characters.
 * flags: -O2
 * needs: libpcre.so.3
 * truth: ends */
#include "in_thread.h"
void *pcre_compile(const char *, int, const char **, int *, const unsigned char *);
int pcre_exec(const void *, const void *, const char *, int, int, int, int *, int);
static void *work(void *x) {
  const char *error;
  int at, v[30];
  void *re = pcre_compile("(a|b)*c?", 0, &error, &at, 0);
  return RESULT(!re || pcre_exec(re, 0, "aaaaaaaaaaaaaaaaaaaa", 20, 0, 0, v, 30) < 0);
}
