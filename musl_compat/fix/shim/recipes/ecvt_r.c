/* recipe: ecvt_r
 * symbols: ecvt_r fcvt_r qecvt qfcvt qgcvt qecvt_r qfcvt_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: at most 17 digits (21 for long double), the rest are zeros or cut
 * spec: Linux man-pages ecvt_r(3), qecvt(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Digits of |value| without the point: `places` after the point when fixed, else `places` in all. */
static int convert(long double value, int places, int most, int fixed, int *point, int *negative, char *out, size_t n)
{
	char text[5200];
	if (!out || !n) {
		errno = EINVAL;
		return -1;
	}
	*negative = isfinite(value) && signbit(value) && value != 0;
	if (!isfinite(value)) {
		*negative = value < 0;
		*point = 0;
		snprintf(out, n, "%s%s", value < 0 ? "-" : "", isnan(value) ? "nan" : "inf");
		*negative = 0;
		return 0;
	}
	value = fabsl(value);
	if (places > most) places = most;
	if (fixed) {
		snprintf(text, sizeof text, "%.*Lf", places < 0 ? 0 : places, value);
		char *dot = strchr(text, '.');
		*point = dot ? (int)(dot - text) : (int)strlen(text);
		if (dot) memmove(dot, dot + 1, strlen(dot));
		if (value < 1 && value != 0) {
			char *first = text + strspn(text, "0");
			*point -= (int)(first - text);
			memmove(text, first, strlen(first) + 1);
			if (!*text) *point = -places;
		} else if (value == 0 && dot) {
			*point = 0;
			memmove(text, text + 1, strlen(text));
		}
	} else if (places <= 0) {
		*text = 0;
		*point = 0;
	} else {
		snprintf(text, sizeof text, "%.*Le", places - 1, value);
		char *e = strchr(text, 'e'), *dot = strchr(text, '.');
		char exact[64];
		int exponent = 0, before = 0;
		sscanf(e, "e%d", &exponent);
		*e = 0;
		/* glibc keeps the digit that rounding up to a power of ten adds */
		snprintf(exact, sizeof exact, "%.40Le", value);
		sscanf(strchr(exact, 'e'), "e%d", &before);
		if (exponent > before && value != 0) strcpy(e, "0");
		if (dot) memmove(dot, dot + 1, strlen(dot));
		*point = value == 0 ? 0 : exponent + 1;
	}
	size_t len = strlen(text);
	if (len + 1 > n) return -1;
	memcpy(out, text, len + 1);
	return 0;
}

int ecvt_r(double v, int digits, int *restrict point, int *restrict negative, char *restrict out, size_t n)
{
	return convert(v, digits, 17, 0, point, negative, out, n);
}

int fcvt_r(double v, int digits, int *restrict point, int *restrict negative, char *restrict out, size_t n)
{
	return convert(v, digits, 17, 1, point, negative, out, n);
}

int qecvt_r(long double v, int digits, int *restrict point, int *restrict negative, char *restrict out, size_t n)
{
	return convert(v, digits, 21, 0, point, negative, out, n);
}

int qfcvt_r(long double v, int digits, int *restrict point, int *restrict negative, char *restrict out, size_t n)
{
	return convert(v, digits, 21, 1, point, negative, out, n);
}

static char shared[5000];

char *qecvt(long double v, int digits, int *restrict point, int *restrict negative)
{
	qecvt_r(v, digits, point, negative, shared, sizeof shared);
	return shared;
}

char *qfcvt(long double v, int digits, int *restrict point, int *restrict negative)
{
	qfcvt_r(v, digits, point, negative, shared, sizeof shared);
	return shared;
}

char *qgcvt(long double v, int digits, char *out)
{
	sprintf(out, "%.*Lg", digits > 21 ? 21 : digits, v);
	return out;
}
