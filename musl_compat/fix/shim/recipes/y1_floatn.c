/* recipe: y1_floatn
 * symbols: y1f32 y1f64 y1f32x y1f64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: y1l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: ISO/IEC TS 18661-3 y1; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double y1l(long double);

MC_FLOATN(F_F, y1)
