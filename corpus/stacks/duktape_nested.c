/* Duktape: JSON.parse of 900 nested arrays.
 * flags: -O2
 * needs: libduktape.so.207
 * truth: ends */
#include "in_thread.h"
static char *brackets(int n) {
  char *p = malloc(2 * n + 1);
  memset(p, '[', n);
  memset(p + n, ']', n);
  p[2 * n] = 0;
  return p;
}

void *duk_create_heap(void *, void *, void *, void *, void *);
const char *duk_push_string(void *, const char *);
void duk_json_decode(void *, int);
static void *work(void *x) {
  void *d = duk_create_heap(0, 0, 0, 0, 0);
  duk_push_string(d, brackets(900));
  duk_json_decode(d, -1);
  return RESULT(0);
}
