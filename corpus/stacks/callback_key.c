/* A frame of 200,000 bytes in the destructor of a thread-specific value.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
static void gone(void *p) { char b[200000]; *(int *)p = touch(b, 200000); }
static void *work(void *x) { pthread_key_t key; return RESULT(pthread_key_create(&key, gone) || pthread_setspecific(key, x)); }
