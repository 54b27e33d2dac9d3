/* OpenBLAS: the LU factorisation of a matrix of 600 by 600.
 * flags: -O2
 * needs: openblas-pthread/libopenblas.so.0
 * truth: crashes */
#include "in_thread.h"
void dgetrf_(int *, int *, double *, int *, int *, int *);
void openblas_set_num_threads(int);
static void *work(void *x) {
  int n = 600, info = 1, *pivot = malloc(n * sizeof *pivot);
  double *a = malloc(sizeof *a * n * n);
  openblas_set_num_threads(4);
  for (int i = 0; i < n * n; i++) a[i] = (i * 7919 % 10007) / 10007.0;
  dgetrf_(&n, &n, a, &n, pivot, &info);
  return RESULT(info);
}
