/* OpenBLAS: the Cholesky factorisation of a matrix of 600 by 600.
 * flags: -O2
 * needs: openblas-pthread/libopenblas.so.0
 * truth: ends */
#include "in_thread.h"
void dpotrf_(const char *, int *, double *, int *, int *);
void openblas_set_num_threads(int);
static void *work(void *x) {
  int n = 600, info = 1;
  double *a = calloc(n * n, sizeof *a);
  openblas_set_num_threads(4);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) a[i * n + j] = i == j ? n : 1.0 / (1 + i + j);
  dpotrf_("L", &n, a, &n, &info);
  return RESULT(info);
}
