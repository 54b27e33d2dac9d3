/* liblzma: 1 MiB at preset 6 and back.
 * flags: -O2
 * needs: liblzma.so.5
 * truth: ends */
#include "in_thread.h"
static char *text(size_t n) {
  char *p = malloc(n);
  unsigned s = 1;
  for (size_t i = 0; i < n; i++) p[i] = (char)((s = s * 1103515245 + 12345) >> 16 & 15) + 'a';
  return p;
}

int lzma_easy_buffer_encode(unsigned, int, const void *, const void *, size_t, void *, size_t *, size_t);
int lzma_stream_buffer_decode(unsigned long long *, unsigned, const void *, const void *, size_t *, size_t, void *, size_t *, size_t);
static void *work(void *x) {
  size_t n = 1 << 20, k = 0, i = 0, o = 0;
  unsigned long long limit = 1 << 30;
  char *in = text(n), *out = malloc(2 * n), *back = malloc(n);
  return RESULT(lzma_easy_buffer_encode(6, 4, 0, in, n, out, &k, 2 * n) ||
                lzma_stream_buffer_decode(&limit, 0, 0, out, &i, k, back, &o, n) || memcmp(in, back, n));
}
