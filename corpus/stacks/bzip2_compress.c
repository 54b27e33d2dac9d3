/* bzip2: 1 MiB and back.
 * flags: -O2
 * needs: libbz2.so.1.0
 * truth: ends */
#include "in_thread.h"
static char *text(size_t n) {
  char *p = malloc(n);
  unsigned s = 1;
  for (size_t i = 0; i < n; i++) p[i] = (char)((s = s * 1103515245 + 12345) >> 16 & 15) + 'a';
  return p;
}

int BZ2_bzBuffToBuffCompress(char *, unsigned *, char *, unsigned, int, int, int);
int BZ2_bzBuffToBuffDecompress(char *, unsigned *, char *, unsigned, int, int);
static void *work(void *x) {
  unsigned n = 1 << 20, k = 2 * n, o = n;
  char *in = text(n), *out = malloc(k), *back = malloc(n);
  return RESULT(BZ2_bzBuffToBuffCompress(out, &k, in, n, 9, 0, 30) || BZ2_bzBuffToBuffDecompress(back, &o, out, k, 0, 0) ||
                memcmp(in, back, n));
}
