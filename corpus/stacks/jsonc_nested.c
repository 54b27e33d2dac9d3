/* json-c: 31 nested arrays (its limit is 32).
 * flags: -O2
 * needs: libjson-c.so.5
 * truth: ends */
#include "in_thread.h"
static char *brackets(int n) {
  char *p = malloc(2 * n + 1);
  memset(p, '[', n);
  memset(p + n, ']', n);
  p[2 * n] = 0;
  return p;
}

void *json_tokener_parse(const char *);
static void *work(void *x) { return RESULT(!json_tokener_parse(brackets(31))); }
