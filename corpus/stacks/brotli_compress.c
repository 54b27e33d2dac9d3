/* Brotli: 300 KB at quality 11 and back.
 * flags: -O2
 * needs: libbrotlienc.so.1 libbrotlidec.so.1
 * truth: ends */
#include "in_thread.h"
static char *text(size_t n) {
  char *p = malloc(n);
  unsigned s = 1;
  for (size_t i = 0; i < n; i++) p[i] = (char)((s = s * 1103515245 + 12345) >> 16 & 15) + 'a';
  return p;
}

int BrotliEncoderCompress(int, int, int, size_t, const void *, size_t *, void *);
int BrotliDecoderDecompress(size_t, const void *, size_t *, void *);
static void *work(void *x) {
  size_t n = 300000, k = 2 * n, o = n;
  char *in = text(n), *out = malloc(k), *back = malloc(n);
  return RESULT(!BrotliEncoderCompress(11, 22, 0, n, in, &k, out) || !BrotliDecoderDecompress(k, out, &o, back) ||
                memcmp(in, back, n));
}
