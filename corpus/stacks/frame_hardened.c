/* A frame of 200,000 bytes, with stack protector, stack clash protection and frame pointers.
 * flags: -O2 -fstack-protector-strong -fstack-clash-protection -fno-omit-frame-pointer -D_FORTIFY_SOURCE=2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return RESULT(frame(*(int *)x - 1)); }
