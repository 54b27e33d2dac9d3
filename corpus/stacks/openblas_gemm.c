/* OpenBLAS: the product of two matrices of 300 by 300.
 * flags: -O2
 * needs: openblas-pthread/libopenblas.so.0
 * truth: ends */
#include "in_thread.h"
void dgemm_(const char *, const char *, int *, int *, int *, double *, double *, int *, double *, int *, double *, double *, int *);
void openblas_set_num_threads(int);
static void *work(void *x) {
  int n = 300;
  double one = 1, zero = 0, *a = calloc(n * n, sizeof *a), *b = calloc(n * n, sizeof *b), *c = calloc(n * n, sizeof *c);
  openblas_set_num_threads(1);
  for (int i = 0; i < n; i++) a[i * n + i] = b[i * n + i] = 2;
  dgemm_("N", "N", &n, &n, &n, &one, a, &n, b, &n, &zero, c, &n);
  return RESULT(c[0] != 4);
}
