/* zstd: 1 MiB at level 9 and back.
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

size_t ZSTD_compress(void *, size_t, const void *, size_t, int);
size_t ZSTD_decompress(void *, size_t, const void *, size_t);
static void *work(void *x) {
  size_t n = 1 << 20;
  char *in = text(n), *out = malloc(2 * n), *back = malloc(n);
  size_t k = ZSTD_compress(out, 2 * n, in, n, 9);
  return RESULT(ZSTD_decompress(back, n, out, k) != n || memcmp(in, back, n));
}
