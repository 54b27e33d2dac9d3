/* recipe: j1_floatn
 * symbols: j1f32 j1f64 j1f32x j1f64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: j1l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: ISO/IEC TS 18661-3 j1; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double j1l(long double);

MC_FLOATN(F_F, j1)
