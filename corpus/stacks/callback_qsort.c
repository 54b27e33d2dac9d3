/* A frame of 200,000 bytes in a function that qsort calls.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
static int order(const void *a, const void *b) { char p[200000]; return touch(p, 200000) + *(const int *)a - *(const int *)b; }
static void *work(void *x) { int v[] = {3, 1, 2}; qsort(v, 3, sizeof *v, order); return RESULT(v[0] - 1); }
