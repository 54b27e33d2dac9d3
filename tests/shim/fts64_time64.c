/* recipes: fts64_time64 */
#define _TIME_BITS 64
#include "fts.c"
