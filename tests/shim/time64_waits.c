/* recipes: time64_waits */
#define _TIME_BITS 64
#include "pthread_clock.c"
