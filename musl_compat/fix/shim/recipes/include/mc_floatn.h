/* The names that ISO/IEC TS 18661-3 gives to functions of the floating types _FloatN and _FloatNx, as glibc has them:
 * _Float32 is float, _Float64 and _Float32x are double, _Float64x is long double where that is wider than double.
 *
 * MC_FLOATN(signature, name) defines namef32, namef64, namef32x and namef64x by name and its f and l variants.
 * A signature is RESULT_ARGUMENTS: F floating, C complex, I int, L long, Q long long, S string, V void, pX pointer, cpX to const.
 */
#ifndef MC_FLOATN_H
#define MC_FLOATN_H
#include "mc_logb.h"
#include <complex.h>
#include <math.h>

#define MC_FLOATN(signature, name) \
	MC_##signature(name##f32, name##f, float) \
	MC_##signature(name##f64, name, double) \
	MC_##signature(name##f32x, name, double) \
	MC_##signature(name##f64x, name##l, long double)

#define MC_F_F(name, of, type) \
	type name(type x) \
	{ \
		return of(x); \
	}
#define MC_F_FF(name, of, type) \
	type name(type x, type y) \
	{ \
		return of(x, y); \
	}
#define MC_F_FFF(name, of, type) \
	type name(type x, type y, type z) \
	{ \
		return of(x, y, z); \
	}
#define MC_C_C(name, of, type) \
	type _Complex name(type _Complex x) \
	{ \
		return of(x); \
	}
#define MC_C_CC(name, of, type) \
	type _Complex name(type _Complex x, type _Complex y) \
	{ \
		return of(x, y); \
	}
#define MC_F_C(name, of, type) \
	type name(type _Complex x) \
	{ \
		return of(x); \
	}
#define MC_F_FpI(name, of, type) \
	type name(type x, int *p) \
	{ \
		return of(x, p); \
	}
#define MC_F_FI(name, of, type) \
	type name(type x, int n) \
	{ \
		return of(x, n); \
	}
#define MC_F_FL(name, of, type) \
	type name(type x, long n) \
	{ \
		return of(x, n); \
	}
#define MC_F_FQ(name, of, type) \
	type name(type x, long long n) \
	{ \
		return of(x, n); \
	}
#define MC_I_F(name, of, type) \
	int name(type x) \
	{ \
		return isnan(x) ? MC_ILOGB_NAN : x == 0 ? MC_ILOGB_ZERO : of(x); \
	}
#define MC_L_F(name, of, type) \
	long name(type x) \
	{ \
		return of(x); \
	}
#define MC_Q_F(name, of, type) \
	long long name(type x) \
	{ \
		return of(x); \
	}
#define MC_F_FpF(name, of, type) \
	type name(type x, type *p) \
	{ \
		return of(x, p); \
	}
#define MC_F_S(name, of, type) \
	type name(const char *s) \
	{ \
		return of(s); \
	}
#define MC_F_FFpI(name, of, type) \
	type name(type x, type y, int *p) \
	{ \
		return of(x, y, p); \
	}
#define MC_V_FpFpF(name, of, type) \
	void name(type x, type *p, type *q) \
	{ \
		of(x, p, q); \
	}
#define MC_F_IF(name, of, type) \
	type name(int n, type x) \
	{ \
		return of(n, x); \
	}
#define MC_I_pFpF(name, of, type) \
	int name(type *p, const type *q) \
	{ \
		return of(p, q); \
	}
#define MC_F_pF(name, of, type) \
	type name(const type *p) \
	{ \
		return of(p); \
	}
#define MC_I_pFF(name, of, type) \
	int name(type *p, type x) \
	{ \
		return of(p, x); \
	}
#define MC_I_cpFcpF(name, of, type) \
	int name(const type *p, const type *q) \
	{ \
		return of(p, q); \
	}
#endif
