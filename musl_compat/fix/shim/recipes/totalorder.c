/* recipe: totalorder
 * symbols: totalorder totalorderf totalorderl totalorderf32 totalorderf64 totalorderf32x totalorderf64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27 GLIBC_2.31
 * arch: x86_64 aarch64 riscv64 s390x loongarch64
 * needs: -
 * fidelity: equivalent
 * differs: takes addresses, as since glibc 2.31: programs of glibc 2.25 to 2.30 gave the values
 * spec: C23 7.12.17 total order functions
 * scope: public
 */
#include <stdint.h>
#include <string.h>

/* The bits as a number that orders like the values: negative ones turned over. */
static int64_t key32(const float *p)
{
	int32_t v;
	memcpy(&v, p, 4);
	return v < 0 ? v ^ INT32_MAX : v;
}

static int64_t key64(const double *p)
{
	int64_t v;
	memcpy(&v, p, 8);
	return v < 0 ? v ^ INT64_MAX : v;
}

static __int128 key_long(const long double *p)
{
	unsigned __int128 v = 0;
	memcpy(&v, p, __LDBL_MANT_DIG__ == 64 ? 10 : 16);
	int negative = (int)(v >> (__LDBL_MANT_DIG__ == 64 ? 79 : 127));
	__int128 magnitude = (__int128)(v & ~((unsigned __int128)1 << (__LDBL_MANT_DIG__ == 64 ? 79 : 127)));
	return negative ? -magnitude - 1 : magnitude;
}

int totalorder(const double *p, const double *q)
{
	return key64(p) <= key64(q);
}

int totalorderf(const float *p, const float *q)
{
	return key32(p) <= key32(q);
}

int totalorderl(const long double *p, const long double *q)
{
	return key_long(p) <= key_long(q);
}

int totalorderf32(const float *p, const float *q)
{
	return key32(p) <= key32(q);
}

int totalorderf64(const double *p, const double *q)
{
	return key64(p) <= key64(q);
}

int totalorderf32x(const double *p, const double *q)
{
	return key64(p) <= key64(q);
}

int totalorderf64x(const long double *p, const long double *q)
{
	return key_long(p) <= key_long(q);
}
