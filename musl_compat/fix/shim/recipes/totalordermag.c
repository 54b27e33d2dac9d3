/* recipe: totalordermag
 * symbols: totalordermag totalordermagf totalordermagl totalordermagf32 totalordermagf64 totalordermagf32x
 *   totalordermagf64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27 GLIBC_2.31
 * arch: x86_64 aarch64 riscv64 s390x loongarch64 i386
 * needs: -
 * fidelity: equivalent
 * differs: takes addresses, as since glibc 2.31: programs of glibc 2.25 to 2.30 gave the values
 * spec: C23 7.12.17 total order functions
 * scope: public
 */
#include "include/mc_totalorder.h"

int totalordermag(const double *p, const double *q)
{
	return mc_magnitude_at_most(mc_parts_of_double(p), mc_parts_of_double(q));
}

int totalordermagf(const float *p, const float *q)
{
	return mc_magnitude_at_most(mc_parts_of_float(p), mc_parts_of_float(q));
}

int totalordermagl(const long double *p, const long double *q)
{
	return mc_magnitude_at_most(mc_parts_of_long_double(p), mc_parts_of_long_double(q));
}

int totalordermagf32(const float *p, const float *q)
{
	return mc_magnitude_at_most(mc_parts_of_float(p), mc_parts_of_float(q));
}

int totalordermagf64(const double *p, const double *q)
{
	return mc_magnitude_at_most(mc_parts_of_double(p), mc_parts_of_double(q));
}

int totalordermagf32x(const double *p, const double *q)
{
	return mc_magnitude_at_most(mc_parts_of_double(p), mc_parts_of_double(q));
}

int totalordermagf64x(const long double *p, const long double *q)
{
	return mc_magnitude_at_most(mc_parts_of_long_double(p), mc_parts_of_long_double(q));
}
