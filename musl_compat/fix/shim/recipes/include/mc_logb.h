/* What glibc's ilogb gives for zero and for what is no number: on x86 the least number for both, elsewhere its negative. musl
 * has the values of x86 everywhere. */
#ifndef MC_LOGB_H
#define MC_LOGB_H
#include <limits.h>

#if defined __x86_64__ || defined __i386__
#define MC_ILOGB_ZERO INT_MIN
#define MC_ILOGB_NAN INT_MIN
#define MC_LLOGB_ZERO LONG_MIN
#define MC_LLOGB_NAN LONG_MIN
#else
#define MC_ILOGB_ZERO (-INT_MAX)
#define MC_ILOGB_NAN INT_MAX
#define MC_LLOGB_ZERO (-LONG_MAX)
#define MC_LLOGB_NAN LONG_MAX
#endif
#endif
