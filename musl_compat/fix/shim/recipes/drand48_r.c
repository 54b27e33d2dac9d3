/* recipe: drand48_r
 * symbols: drand48_r erand48_r lrand48_r nrand48_r mrand48_r jrand48_r srand48_r seed48_r lcong48_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX drand48 (the 48-bit linear congruential generator); glibc manual, "SVID Random"; drand48_r(3)
 * scope: public
 */
#include <stdint.h>
#include <string.h>

/* <stdlib.h> of glibc, struct drand48_data. */
struct drand48_data {
	unsigned short x[3], old_x[3], c, init;
	unsigned long long a;
};

static uint64_t value_of(const unsigned short x[3])
{
	return (uint64_t)x[2] << 32 | (uint64_t)x[1] << 16 | x[0];
}

static uint64_t step(unsigned short x[3], struct drand48_data *d)
{
	uint64_t v;

	if (!d->init) {
		d->a = 0x5deece66dULL;
		d->c = 0xb;
		d->init = 1;
	}
	v = value_of(x) * d->a + d->c;
	x[0] = (unsigned short)v;
	x[1] = (unsigned short)(v >> 16);
	x[2] = (unsigned short)(v >> 32);
	return v & 0xffffffffffffULL;
}

int erand48_r(unsigned short x[3], struct drand48_data *d, double *result)
{
	*result = (double)step(x, d) / 281474976710656.0;
	return 0;
}

int nrand48_r(unsigned short x[3], struct drand48_data *d, long *result)
{
	*result = (long)(step(x, d) >> 17);
	return 0;
}

int jrand48_r(unsigned short x[3], struct drand48_data *d, long *result)
{
	*result = (int32_t)(step(x, d) >> 16);
	return 0;
}

int drand48_r(struct drand48_data *d, double *result)
{
	return erand48_r(d->x, d, result);
}

int lrand48_r(struct drand48_data *d, long *result)
{
	return nrand48_r(d->x, d, result);
}

int mrand48_r(struct drand48_data *d, long *result)
{
	return jrand48_r(d->x, d, result);
}

static void reset(struct drand48_data *d)
{
	d->a = 0x5deece66dULL;
	d->c = 0xb;
	d->init = 1;
}

int srand48_r(long seed, struct drand48_data *d)
{
	uint32_t s = (uint32_t)seed;

	d->x[0] = 0x330e;
	d->x[1] = (unsigned short)s;
	d->x[2] = (unsigned short)(s >> 16);
	reset(d);
	return 0;
}

int seed48_r(unsigned short x[3], struct drand48_data *d)
{
	memcpy(d->old_x, d->x, sizeof d->old_x);
	memcpy(d->x, x, sizeof d->x);
	reset(d);
	return 0;
}

int lcong48_r(unsigned short p[7], struct drand48_data *d)
{
	memcpy(d->x, p, sizeof d->x);
	d->a = value_of(p + 3);
	d->c = p[6];
	d->init = 1;
	return 0;
}
