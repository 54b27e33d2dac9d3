/* A frame of 200,000 bytes in one of the functions of a table.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
static int few(int n) { return n; }
static int deep(int n) { char p[200000]; return touch(p, 200000) + n; }
static int (*const table[])(int) = {few, deep};
static void *work(void *x) { return RESULT(table[*(volatile int *)x](*(int *)x - 1)); }
