/* YAJL: 10,000 nested arrays, for which it keeps a stack on the heap.
 * flags: -O2
 * needs: libyajl.so.2
 * truth: ends */
#include "in_thread.h"
static char *brackets(int n) {
  char *p = malloc(2 * n + 1);
  memset(p, '[', n);
  memset(p + n, ']', n);
  p[2 * n] = 0;
  return p;
}

void *yajl_alloc(const void *, void *, void *);
int yajl_parse(void *, const char *, size_t);
static void *work(void *x) { return RESULT(yajl_parse(yajl_alloc(0, 0, 0), brackets(10000), 20000)); }
