/* recipe: f128_long_double
 * symbols: acosf128 acoshf128 asinf128 asinhf128 atanf128 atanhf128 cbrtf128 ceilf128 cosf128 coshf128 erff128
 *   erfcf128 expf128 exp10f128 exp2f128 expm1f128 fabsf128 floorf128 j0f128 j1f128 lgammaf128 logf128
 *   log10f128 log1pf128 log2f128 logbf128 nearbyintf128 rintf128 roundf128 sinf128 sinhf128 sqrtf128
 *   tanf128 tanhf128 tgammaf128 truncf128 y0f128 y1f128 atan2f128 copysignf128 fdimf128 fmaxf128
 *   fminf128 fmodf128 hypotf128 nextafterf128 powf128 remainderf128 fmaf128 cacosf128 cacoshf128
 *   casinf128 casinhf128 catanf128 catanhf128 ccosf128 ccoshf128 cexpf128 clogf128 conjf128 cprojf128
 *   csinf128 csinhf128 csqrtf128 ctanf128 ctanhf128 cpowf128 cabsf128 cargf128 cimagf128 crealf128
 *   frexpf128 ldexpf128 scalbnf128 scalblnf128 ilogbf128 lrintf128 lroundf128 llrintf128 llroundf128
 *   modff128 nanf128 remquof128 sincosf128 jnf128 ynf128 lgammaf128_r roundevenf128 clog10f128
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: aarch64 riscv64 s390x loongarch64
 * needs: roundeven clog10
 * fidelity: equivalent
 * differs: last digits are those of musl's libm; Bessel functions have double's precision
 * spec: ISO/IEC TS 18661-3: _Float128 is long double on these machines
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(acosf128, acosl, long double)
MC_F_F(acoshf128, acoshl, long double)
MC_F_F(asinf128, asinl, long double)
MC_F_F(asinhf128, asinhl, long double)
MC_F_F(atanf128, atanl, long double)
MC_F_F(atanhf128, atanhl, long double)
MC_F_F(cbrtf128, cbrtl, long double)
MC_F_F(ceilf128, ceill, long double)
MC_F_F(cosf128, cosl, long double)
MC_F_F(coshf128, coshl, long double)
MC_F_F(erff128, erfl, long double)
MC_F_F(erfcf128, erfcl, long double)
MC_F_F(expf128, expl, long double)
MC_F_F(exp10f128, exp10l, long double)
MC_F_F(exp2f128, exp2l, long double)
MC_F_F(expm1f128, expm1l, long double)
MC_F_F(fabsf128, fabsl, long double)
MC_F_F(floorf128, floorl, long double)
MC_F_F(lgammaf128, lgammal, long double)
MC_F_F(logf128, logl, long double)
MC_F_F(log10f128, log10l, long double)
MC_F_F(log1pf128, log1pl, long double)
MC_F_F(log2f128, log2l, long double)
MC_F_F(logbf128, logbl, long double)
MC_F_F(nearbyintf128, nearbyintl, long double)
MC_F_F(rintf128, rintl, long double)
MC_F_F(roundf128, roundl, long double)
MC_F_F(sinf128, sinl, long double)
MC_F_F(sinhf128, sinhl, long double)
MC_F_F(sqrtf128, sqrtl, long double)
MC_F_F(tanf128, tanl, long double)
MC_F_F(tanhf128, tanhl, long double)
MC_F_F(tgammaf128, tgammal, long double)
MC_F_F(truncf128, truncl, long double)
MC_F_FF(atan2f128, atan2l, long double)
MC_F_FF(copysignf128, copysignl, long double)
MC_F_FF(fdimf128, fdiml, long double)
MC_F_FF(fmaxf128, fmaxl, long double)
MC_F_FF(fminf128, fminl, long double)
MC_F_FF(fmodf128, fmodl, long double)
MC_F_FF(hypotf128, hypotl, long double)
MC_F_FF(nextafterf128, nextafterl, long double)
MC_F_FF(powf128, powl, long double)
MC_F_FF(remainderf128, remainderl, long double)
MC_F_FFF(fmaf128, fmal, long double)
MC_C_C(cacosf128, cacosl, long double)
MC_C_C(cacoshf128, cacoshl, long double)
MC_C_C(casinf128, casinl, long double)
MC_C_C(casinhf128, casinhl, long double)
MC_C_C(catanf128, catanl, long double)
MC_C_C(catanhf128, catanhl, long double)
MC_C_C(ccosf128, ccosl, long double)
MC_C_C(ccoshf128, ccoshl, long double)
MC_C_C(cexpf128, cexpl, long double)
MC_C_C(clogf128, clogl, long double)
MC_C_C(conjf128, conjl, long double)
MC_C_C(cprojf128, cprojl, long double)
MC_C_C(csinf128, csinl, long double)
MC_C_C(csinhf128, csinhl, long double)
MC_C_C(csqrtf128, csqrtl, long double)
MC_C_C(ctanf128, ctanl, long double)
MC_C_C(ctanhf128, ctanhl, long double)
MC_C_CC(cpowf128, cpowl, long double)
MC_F_C(cabsf128, cabsl, long double)
MC_F_C(cargf128, cargl, long double)
MC_F_C(cimagf128, cimagl, long double)
MC_F_C(crealf128, creall, long double)
MC_F_FpI(frexpf128, frexpl, long double)
MC_F_FI(ldexpf128, ldexpl, long double)
MC_F_FI(scalbnf128, scalbnl, long double)
MC_F_FL(scalblnf128, scalblnl, long double)
MC_I_F(ilogbf128, ilogbl, long double)
MC_L_F(lrintf128, lrintl, long double)
MC_L_F(lroundf128, lroundl, long double)
MC_Q_F(llrintf128, llrintl, long double)
MC_Q_F(llroundf128, llroundl, long double)
MC_F_FpF(modff128, modfl, long double)
MC_F_S(nanf128, nanl, long double)
MC_F_FFpI(remquof128, remquol, long double)
MC_V_FpFpF(sincosf128, sincosl, long double)
MC_F_FpI(lgammaf128_r, lgammal_r, long double)

long double roundevenl(long double);
long double _Complex clog10l(long double _Complex);
MC_F_F(roundevenf128, roundevenl, long double)
MC_C_C(clog10f128, clog10l, long double)

long double j0f128(long double x)
{
	return j0((double)x);
}

long double j1f128(long double x)
{
	return j1((double)x);
}

long double y0f128(long double x)
{
	return y0((double)x);
}

long double y1f128(long double x)
{
	return y1((double)x);
}

long double jnf128(int n, long double x)
{
	return jn(n, (double)x);
}

long double ynf128(int n, long double x)
{
	return yn(n, (double)x);
}
