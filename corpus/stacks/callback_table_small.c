/* A table of functions that all need little.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
static int few(int n) { return n; }
static int more(int n) { char p[9000]; return touch(p, 9000) + n; }
static int (*const table[])(int) = {few, more};
static void *work(void *x) { return RESULT(table[*(volatile int *)x](*(int *)x - 1)); }
