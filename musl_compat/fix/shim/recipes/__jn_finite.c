/* recipe: __jn_finite
 * symbols: __jn_finite __jnf_finite __jnl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: jnl
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: glibc 2.30 bits/math-finite.h: jn under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double jnl(int, long double);

MC_F_IF(__jn_finite, jn, double)
MC_F_IF(__jnf_finite, jnf, float)
MC_F_IF(__jnl_finite, jnl, long double)
