/* LZ4: 1 MiB, fast and at level 9, and back.
 * flags: -O2
 * needs: liblz4.so.1
 * truth: ends */
#include "in_thread.h"
static char *text(size_t n) {
  char *p = malloc(n);
  unsigned s = 1;
  for (size_t i = 0; i < n; i++) p[i] = (char)((s = s * 1103515245 + 12345) >> 16 & 15) + 'a';
  return p;
}

int LZ4_compress_default(const char *, char *, int, int);
int LZ4_compress_HC(const char *, char *, int, int, int);
int LZ4_decompress_safe(const char *, char *, int, int);
static void *work(void *x) {
  int n = 1 << 20;
  char *in = text(n), *out = malloc(2 * n), *back = malloc(n);
  int k = LZ4_compress_default(in, out, n, 2 * n);
  if (LZ4_decompress_safe(out, back, k, n) != n || memcmp(in, back, n)) return RESULT(1);
  k = LZ4_compress_HC(in, out, n, 2 * n, 9);
  return RESULT(LZ4_decompress_safe(out, back, k, n) != n || memcmp(in, back, n));
}
