/* A function of 20,000 bytes that qsort calls.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
static int order(const void *a, const void *b) { char p[20000]; return touch(p, 20000) + *(const int *)a - *(const int *)b; }
static void *work(void *x) { int v[] = {3, 1, 2}; qsort(v, 3, sizeof *v, order); return RESULT(v[0] - 1); }
