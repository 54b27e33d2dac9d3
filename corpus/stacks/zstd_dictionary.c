/* zstd: training a dictionary.
 * flags: -O2
 * needs: libzstd.so.1
 * truth: ends */
#include "in_thread.h"
static char *text(size_t n) {
  char *p = malloc(n);
  unsigned s = 1;
  for (size_t i = 0; i < n; i++) p[i] = (char)((s = s * 1103515245 + 12345) >> 16 & 15) + 'a';
  return p;
}

size_t ZDICT_trainFromBuffer(void *, size_t, const void *, const size_t *, unsigned);
unsigned ZDICT_isError(size_t);
static void *work(void *x) {
  static size_t sizes[200];
  for (int i = 0; i < 200; i++) sizes[i] = 1000;
  return RESULT(ZDICT_isError(ZDICT_trainFromBuffer(malloc(10000), 10000, text(200000), sizes, 200)));
}
