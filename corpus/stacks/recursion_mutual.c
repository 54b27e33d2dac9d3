/* 3,000 calls around a circle of three functions.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
static int b(int), c(int);
__attribute__((noipa)) static int a(int n) { char p[100]; return n ? touch(p, 100) + b(n - 1) + p[0] - 1 : 0; }
__attribute__((noipa)) static int b(int n) { char p[100]; return n ? touch(p, 100) + c(n - 1) + p[0] - 1 : 0; }
__attribute__((noipa)) static int c(int n) { char p[100]; return n ? touch(p, 100) + a(n - 1) + p[0] - 1 : 0; }
static void *work(void *x) { return RESULT(a(3000 * *(int *)x)); }
