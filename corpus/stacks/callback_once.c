/* A frame of 200,000 bytes in a function that pthread_once calls.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
static int result = 1;
static void init(void) { char p[200000]; result = touch(p, 200000); }
static void *work(void *x) { static pthread_once_t once = PTHREAD_ONCE_INIT; pthread_once(&once, init); return RESULT(result); }
