/* Jansson: 2,000 nested arrays (its limit is 2,048).
 * flags: -O2
 * needs: libjansson.so.4
 * truth: crashes */
#include "in_thread.h"
static char *brackets(int n) {
  char *p = malloc(2 * n + 1);
  memset(p, '[', n);
  memset(p + n, ']', n);
  p[2 * n] = 0;
  return p;
}

void *json_loads(const char *, size_t, void *);
static void *work(void *x) { return RESULT(!json_loads(brackets(2000), 0, 0)); }
