/* recipe: j0_floatn
 * symbols: j0f32 j0f64 j0f32x j0f64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: j0l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: ISO/IEC TS 18661-3 j0; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double j0l(long double);

MC_FLOATN(F_F, j0)
