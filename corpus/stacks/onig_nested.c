/* Oniguruma: a pattern of 2,000 nested groups (its limit is 4,096).
 * flags: -O2
 * needs: libonig.so.5
 * truth: crashes */
#include "in_thread.h"
extern char OnigEncodingUTF8;
extern void *OnigDefaultSyntax;
int onig_new(void **, const char *, const char *, unsigned, void *, void *, void *);
static void *work(void *x) {
  int n = 2000;
  char *p = malloc(4 * n + 2), *q = p;
  void *re;
  for (int i = 0; i < n; i++) *q++ = '(', *q++ = '?', *q++ = ':';
  *q++ = 'a';
  memset(q, ')', n);
  q += n;
  return RESULT(onig_new(&re, p, q, 0, &OnigEncodingUTF8, OnigDefaultSyntax, malloc(100)));
}
