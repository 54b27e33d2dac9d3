/* recipe: yn_floatn
 * symbols: ynf32 ynf64 ynf32x ynf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: ynl
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: ISO/IEC TS 18661-3 yn; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double ynl(int, long double);

MC_FLOATN(F_IF, yn)
