/* zlib: 1 MiB and back.
 * flags: -O2
 * needs: libz.so.1
 * truth: ends */
#include "in_thread.h"
static char *text(size_t n) {
  char *p = malloc(n);
  unsigned s = 1;
  for (size_t i = 0; i < n; i++) p[i] = (char)((s = s * 1103515245 + 12345) >> 16 & 15) + 'a';
  return p;
}

int compress(void *, unsigned long *, const void *, unsigned long);
int uncompress(void *, unsigned long *, const void *, unsigned long);
static void *work(void *x) {
  unsigned long n = 1 << 20, k = 2 * n, o = n;
  char *in = text(n), *out = malloc(k), *back = malloc(n);
  return RESULT(compress(out, &k, in, n) || uncompress(back, &o, out, k) || memcmp(in, back, n));
}
