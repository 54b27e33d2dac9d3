/* recipe: getpayload
 * symbols: getpayload getpayloadf getpayloadf32 getpayloadf64 getpayloadf32x setpayload setpayloadf
 *   setpayloadf32 setpayloadf64 setpayloadf32x setpayloadsig setpayloadsigf setpayloadsigf32
 *   setpayloadsigf64 setpayloadsigf32x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12.16 payload functions
 * scope: public
 */
#include <stdint.h>
#include <string.h>

/* Mantissas without the quiet bit: 51 and 22 bits. The payload comes and goes as a floating number. */
#define DEFINE(s, type, bits, word, payload_bits, quiet) \
	type getpayload##s(const type *p) \
	{ \
		word w; \
		memcpy(&w, p, sizeof w); \
		return *p == *p ? (type)-1 : (type)(w & (((word)1 << payload_bits) - 1)); \
	} \
	static int set##s(type *p, type payload, int signalling) \
	{ \
		word n = payload >= 0 && payload < (type)((word)1 << payload_bits) ? (word)payload : 0; \
		int good = payload == (type)n && !(payload == 0 && (__builtin_signbit(payload) || signalling)); \
		word w = good ? ((word)quiet << payload_bits) - (signalling ? (word)1 << payload_bits : 0) + n : 0; \
		memcpy(p, &w, sizeof w); \
		return !good; \
	} \
	int setpayload##s(type *p, type payload) \
	{ \
		return set##s(p, payload, 0); \
	} \
	int setpayloadsig##s(type *p, type payload) \
	{ \
		return set##s(p, payload, 1); \
	}

/* quiet: exponent of ones and the quiet bit, shifted down to the payload's end. */
DEFINE(, double, 64, uint64_t, 51, 0xfff)
DEFINE(f, float, 32, uint32_t, 22, 0x1ff)

float getpayloadf32(const float *p)
{
	return getpayloadf(p);
}

double getpayloadf64(const double *p)
{
	return getpayload(p);
}

double getpayloadf32x(const double *p)
{
	return getpayload(p);
}

int setpayloadf32(float *p, float payload)
{
	return setpayloadf(p, payload);
}

int setpayloadf64(double *p, double payload)
{
	return setpayload(p, payload);
}

int setpayloadf32x(double *p, double payload)
{
	return setpayload(p, payload);
}

int setpayloadsigf32(float *p, float payload)
{
	return setpayloadsigf(p, payload);
}

int setpayloadsigf64(double *p, double payload)
{
	return setpayloadsig(p, payload);
}

int setpayloadsigf32x(double *p, double payload)
{
	return setpayloadsig(p, payload);
}
