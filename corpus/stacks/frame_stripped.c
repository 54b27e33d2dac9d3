/* A frame of 200,000 bytes in a program without symbols and unwind tables.
 * flags: -O2 -s -fno-asynchronous-unwind-tables -fno-unwind-tables
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return RESULT(frame(*(int *)x - 1)); }
