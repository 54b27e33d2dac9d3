/* recipe: y0_floatn
 * symbols: y0f32 y0f64 y0f32x y0f64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: y0l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: ISO/IEC TS 18661-3 y0; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double y0l(long double);

MC_FLOATN(F_F, y0)
