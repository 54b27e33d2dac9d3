/* cJSON: 900 nested arrays (its limit is 1,000), parsed and deleted.
 * flags: -O2
 * needs: libcjson.so.1
 * truth: ends */
#include "in_thread.h"
static char *brackets(int n) {
  char *p = malloc(2 * n + 1);
  memset(p, '[', n);
  memset(p + n, ']', n);
  p[2 * n] = 0;
  return p;
}

void *cJSON_Parse(const char *);
void cJSON_Delete(void *);
static void *work(void *x) {
  void *j = cJSON_Parse(brackets(900));
  if (!j) return RESULT(1);
  cJSON_Delete(j);
  return RESULT(0);
}
