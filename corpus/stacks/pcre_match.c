/* PCRE: a group repeated over 5,000 characters, which the library matches by recursion.
 * flags: -O2
 * needs: libpcre.so.3
 * truth: crashes */
#include "in_thread.h"
void *pcre_compile(const char *, int, const char **, int *, const unsigned char *);
int pcre_exec(const void *, const void *, const char *, int, int, int, int *, int);
static void *work(void *x) {
  const char *error;
  int at, v[30];
  char *text = malloc(5000);
  memset(text, 'a', 5000);
  void *re = pcre_compile("(a|b)*c?", 0, &error, &at, 0);
  int n = re ? pcre_exec(re, 0, text, 5000, 0, 0, v, 30) : -100;
  return RESULT(!re || n == -100);
}
