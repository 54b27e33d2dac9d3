/* recipe: totalorder
 * symbols: totalorder totalorderf totalorderl totalorderf32 totalorderf64 totalorderf32x totalorderf64x
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

int totalorder(const double *p, const double *q)
{
	return mc_at_most(mc_parts_of_double(p), mc_parts_of_double(q));
}

int totalorderf(const float *p, const float *q)
{
	return mc_at_most(mc_parts_of_float(p), mc_parts_of_float(q));
}

int totalorderl(const long double *p, const long double *q)
{
	return mc_at_most(mc_parts_of_long_double(p), mc_parts_of_long_double(q));
}

int totalorderf32(const float *p, const float *q)
{
	return mc_at_most(mc_parts_of_float(p), mc_parts_of_float(q));
}

int totalorderf64(const double *p, const double *q)
{
	return mc_at_most(mc_parts_of_double(p), mc_parts_of_double(q));
}

int totalorderf32x(const double *p, const double *q)
{
	return mc_at_most(mc_parts_of_double(p), mc_parts_of_double(q));
}

int totalorderf64x(const long double *p, const long double *q)
{
	return mc_at_most(mc_parts_of_long_double(p), mc_parts_of_long_double(q));
}
