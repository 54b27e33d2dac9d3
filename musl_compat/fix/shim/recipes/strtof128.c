/* recipe: strtof128
 * symbols: strtof128 strfromf128
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: x86_64 aarch64 i386
 * needs: -
 * fidelity: equivalent
 * differs: rounds to nearest whatever the rounding mode; of more than 12000 digits the rest counts only as being there; the
 *   payload of a NaN is ignored
 * spec: ISO/IEC TS 18661-3 12.4 (strfromfN, strtofN); C11 7.22.1.3; IEEE 754 binary128
 * scope: public
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined __x86_64__ || defined __i386__
typedef __float128 quad; /* clang does not have the name _Float128 here */
#else
typedef long double quad;
#endif

enum { FRACTION_BITS = 112, PRECISION = 113, MAX_EXPONENT = 16383, MIN_EXPONENT = -16382, MAX_DIGITS = 12000 };

/* A natural number, the lowest word first. */
struct big {
	uint32_t *w;
	size_t n;
};

static void multiply_add(struct big *b, uint32_t factor, uint32_t add)
{
	uint64_t carry = add;

	for (size_t i = 0; i < b->n; i++) {
		carry += (uint64_t)b->w[i] * factor;
		b->w[i] = (uint32_t)carry;
		carry >>= 32;
	}
	if (carry)
		b->w[b->n++] = (uint32_t)carry;
}

static uint32_t divide(struct big *b, uint32_t by)
{
	uint64_t rest = 0;

	for (size_t i = b->n; i-- > 0;) {
		rest = rest << 32 | b->w[i];
		b->w[i] = (uint32_t)(rest / by);
		rest %= by;
	}
	while (b->n && !b->w[b->n - 1])
		b->n--;
	return (uint32_t)rest;
}

static void shift_left(struct big *b, size_t bits)
{
	size_t words = bits / 32;

	if (!b->n)
		return;
	memmove(b->w + words, b->w, b->n * sizeof *b->w);
	memset(b->w, 0, words * sizeof *b->w);
	b->n += words;
	if (bits % 32)
		multiply_add(b, 1U << bits % 32, 0);
}

static size_t bit_length(const struct big *b)
{
	return b->n ? b->n * 32 - (size_t)__builtin_clz(b->w[b->n - 1]) : 0;
}

static int bit_at(const struct big *b, size_t i)
{
	return i / 32 < b->n && b->w[i / 32] >> i % 32 & 1;
}

static int any_below(const struct big *b, size_t bits)
{
	for (size_t i = 0; i < bits / 32 && i < b->n; i++)
		if (b->w[i])
			return 1;
	return bits / 32 < b->n && bits % 32 && b->w[bits / 32] << (32 - bits % 32);
}

static quad make(int negative, uint64_t high, uint64_t low)
{
	quad q;
	uint64_t parts[2];
	int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;

	parts[!little] = low;
	parts[little] = high | (uint64_t)negative << 63;
	memcpy(&q, parts, sizeof q);
	return q;
}

/* b * 2^exponent, rounded to nearest even; sticky: there is a little more. */
static quad assemble(const struct big *b, long exponent, int sticky, int negative)
{
	size_t length = bit_length(b);
	long top = (long)length - 1 + exponent, keep = PRECISION, drop;
	uint64_t high = 0, low = 0;
	int half, rest, inexact;

	if (!length)
		return make(negative, 0, 0);
	if (top < MIN_EXPONENT)
		keep = PRECISION - (MIN_EXPONENT - top);
	drop = (long)length - keep;
	/* A fraction of keep bits, bit i of it being bit drop + i of the number. */
	for (long i = 0; i < keep; i++) {
		if (drop + i >= 0 && bit_at(b, (size_t)(drop + i))) {
			if (i < 64)
				low |= (uint64_t)1 << i;
			else
				high |= (uint64_t)1 << (i - 64);
		}
	}
	half = drop > 0 && drop <= (long)length && bit_at(b, (size_t)drop - 1);
	rest = sticky || (drop > 0 && any_below(b, drop - 1 < (long)length ? (size_t)drop - 1 : length));
	inexact = half || rest;
	if (half && (rest || low & 1) && !++low)
		high++;
	/* The leading bit of a normal number adds one to the biased exponent below it. */
	if (top >= MIN_EXPONENT)
		high += (uint64_t)(top - MIN_EXPONENT) << (FRACTION_BITS - 64);
	if (high >= (uint64_t)0x7fff << (FRACTION_BITS - 64)) {
		errno = ERANGE;
		return make(negative, (uint64_t)0x7fff << (FRACTION_BITS - 64), 0);
	}
	if (inexact && high < (uint64_t)1 << (FRACTION_BITS - 64))
		errno = ERANGE;
	return make(negative, high, low);
}

/* "e" or "p" and a number behind it. */
static const char *read_exponent(const char *s, char letter, long *exponent)
{
	const char *p = s;
	int negative;
	long e = 0;

	if (tolower((unsigned char)*p) != letter)
		return s;
	p++;
	negative = *p == '-';
	p += *p == '-' || *p == '+';
	if (!isdigit((unsigned char)*p))
		return s;
	for (; isdigit((unsigned char)*p); p++)
		if (e < 100000000)
			e = e * 10 + (*p - '0');
	*exponent += negative ? -e : e;
	return p;
}

/* Digits of the base with a point among them into b; null without a digit. places: digits behind the point that were kept,
 * less those before it that were not. */
static const char *read_digits(const char *s, int base, struct big *b, long *places, int *sticky)
{
	int point = 0, any = 0, kept = 0;

	for (;; s++) {
		int c = (unsigned char)*s, digit;
		if (c == '.' && !point) {
			point = 1;
			continue;
		}
		if (!(base == 16 ? isxdigit(c) : isdigit(c)))
			break;
		any = 1;
		digit = isdigit(c) ? c - '0' : tolower(c) - 'a' + 10;
		if (kept < MAX_DIGITS) {
			multiply_add(b, (uint32_t)base, (uint32_t)digit);
			kept += b->n > 0;
			*places += point;
		} else {
			*sticky |= digit != 0;
			*places -= !point;
		}
	}
	return any ? s : 0;
}

static quad scale_decimal(struct big *b, long exponent, int sticky, int negative)
{
	size_t digits = bit_length(b) * 30103 / 100000 + 1;
	long shift = 0;

	if (!b->n)
		return make(negative, 0, 0);
	if (exponent > 5000 || exponent < -5100 - (long)digits) {
		errno = ERANGE;
		return make(negative, exponent > 0 ? (uint64_t)0x7fff << (FRACTION_BITS - 64) : 0, 0);
	}
	for (; exponent > 0; exponent--)
		multiply_add(b, 10, 0);
	if (exponent < 0) {
		/* Divide by 5^k after making room for the quotient's bits; the power of two stays apart. */
		long k = -exponent, want = PRECISION + 3 + k * 233 / 100 - (long)bit_length(b);
		shift = -k;
		if (want > 0) {
			shift_left(b, (size_t)want);
			shift -= want;
		}
		for (; k >= 13; k -= 13)
			sticky |= divide(b, 1220703125) != 0;
		for (; k > 0; k--)
			sticky |= divide(b, 5) != 0;
	}
	return assemble(b, shift, sticky, negative);
}

static const char *read_special(const char *s, int negative, quad *value)
{
	if (!strncasecmp(s, "inf", 3)) {
		*value = make(negative, (uint64_t)0x7fff << (FRACTION_BITS - 64), 0);
		return s + (strncasecmp(s, "infinity", 8) ? 3 : 8);
	}
	if (!strncasecmp(s, "nan", 3)) {
		const char *p = s + 3;
		*value = make(negative, (uint64_t)0xffff << (FRACTION_BITS - 65), 0);
		if (*p == '(') {
			for (p++; isalnum((unsigned char)*p) || *p == '_'; p++)
				;
			if (*p == ')')
				return p + 1;
		}
		return s + 3;
	}
	return 0;
}

quad strtof128(const char *restrict text, char **restrict end)
{
	const char *s = text, *after;
	struct big b = {0};
	long exponent = 0, places = 0;
	int negative, sticky = 0, hex;
	quad value = 0;

	while (isspace((unsigned char)*s))
		s++;
	negative = *s == '-';
	s += *s == '-' || *s == '+';
	if (end)
		*end = (char *)(uintptr_t)text;
	after = read_special(s, negative, &value);
	if (after)
		goto done;
	hex = s[0] == '0' && (s[1] | 32) == 'x' && (isxdigit((unsigned char)s[2]) || (s[2] == '.' && isxdigit((unsigned char)s[3])));
	/* Room for the digits, for 10^5000, and for the shift before a division by 5^17100. */
	b.w = malloc((MAX_DIGITS / 9 + 600 + 2600) * sizeof *b.w);
	if (!b.w)
		return 0;
	after = read_digits(hex ? s + 2 : s, hex ? 16 : 10, &b, &places, &sticky);
	if (after && hex) {
		after = read_exponent(after, 'p', &exponent);
		value = assemble(&b, exponent - 4 * places, sticky, negative);
	} else if (after) {
		after = read_exponent(after, 'e', &exponent);
		value = scale_decimal(&b, exponent - places, sticky, negative);
	}
	free(b.w);
done:
	if (after && end)
		*end = (char *)(uintptr_t)after;
	return value;
}

/* A number as decimal digits: 0.d1d2d3... * 10^point. */
struct decimal {
	char *digits;
	long count, point;
};

/* All digits of fraction * 2^exponent: a fraction of 5^k / 10^k is one of 2^-k. */
static int expand(struct decimal *d, uint64_t high, uint64_t low, long exponent)
{
	struct big b = {calloc(1300, sizeof(uint32_t)), 4};
	long k = exponent < 0 ? -exponent : 0, at = 13000;
	char *text = malloc((size_t)at + 1);

	if (!b.w || !text) {
		free(b.w);
		free(text);
		return 0;
	}
	b.w[0] = (uint32_t)low;
	b.w[1] = (uint32_t)(low >> 32);
	b.w[2] = (uint32_t)high;
	b.w[3] = (uint32_t)(high >> 32);
	while (b.n && !b.w[b.n - 1])
		b.n--;
	if (exponent > 0)
		shift_left(&b, (size_t)exponent);
	for (; k >= 13; k -= 13)
		multiply_add(&b, 1220703125, 0);
	for (; k > 0; k--)
		multiply_add(&b, 5, 0);
	while (b.n) {
		uint32_t nine = divide(&b, 1000000000);
		for (int i = 0; i < 9; i++, nine /= 10)
			text[--at] = (char)('0' + nine % 10);
	}
	while (at < 13000 && text[at] == '0')
		at++;
	d->count = 13000 - at;
	memmove(text, text + at, (size_t)d->count);
	d->digits = text;
	d->point = d->count - (exponent < 0 ? -exponent : 0);
	free(b.w);
	return 1;
}

/* Cuts to count digits (may be 0 or less), rounding half to even. */
static void round_to(struct decimal *d, long count)
{
	int up;

	if (count >= d->count)
		return;
	if (count < 0) {
		d->count = 0;
		return;
	}
	up = d->digits[count] > '5';
	if (d->digits[count] == '5') {
		for (long i = count + 1; i < d->count && !up; i++)
			up = d->digits[i] != '0';
		up |= count > 0 && (d->digits[count - 1] - '0') % 2;
	}
	d->count = count;
	if (!up)
		return;
	while (count > 0 && d->digits[count - 1] == '9')
		d->digits[--count] = '0';
	if (count > 0) {
		d->digits[count - 1]++;
	} else {
		memmove(d->digits + 1, d->digits, (size_t)d->count);
		d->digits[0] = '1';
		d->count += d->count == 0;
		d->point++;
	}
}

struct output {
	char *to;
	size_t size, used;
};

static void put(struct output *o, char c)
{
	if (o->used + 1 < o->size)
		o->to[o->used] = c;
	o->used++;
}

static void put_text(struct output *o, const char *s)
{
	while (*s)
		put(o, *s++);
}

static char digit(const struct decimal *d, long i)
{
	return i >= 0 && i < d->count ? d->digits[i] : '0';
}

static void put_fixed(struct output *o, struct decimal *d, long precision, int trim)
{
	round_to(d, d->point + precision);
	while (trim && precision > 0 && digit(d, d->point + precision - 1) == '0')
		precision--;
	if (d->point <= 0 || !d->count)
		put(o, '0');
	for (long i = 0; d->count && i < d->point; i++)
		put(o, digit(d, i));
	if (precision > 0)
		put(o, '.');
	for (long i = 0; i < precision; i++)
		put(o, d->count ? digit(d, d->point + i) : '0');
}

static void put_exponent(struct output *o, struct decimal *d, long precision, int trim, char letter)
{
	char text[16];

	round_to(d, precision + 1);
	while (trim && precision > 0 && digit(d, precision) == '0')
		precision--;
	put(o, digit(d, 0));
	if (precision > 0)
		put(o, '.');
	for (long i = 1; i <= precision; i++)
		put(o, digit(d, i));
	snprintf(text, sizeof text, "%c%+03ld", letter, d->count ? d->point - 1 : 0);
	put_text(o, text);
}

static void put_general(struct output *o, struct decimal *d, long precision, char letter)
{
	long x;

	precision += precision == 0;
	round_to(d, precision);
	x = d->count ? d->point - 1 : 0;
	if (x < -4 || x >= precision)
		put_exponent(o, d, precision - 1, 1, letter);
	else
		put_fixed(o, d, precision - 1 - x, 1);
}

static void put_hex(struct output *o, uint64_t high, uint64_t low, int biased, long precision, int upper)
{
	const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
	uint64_t fraction = high & (((uint64_t)1 << 48) - 1), lead = biased ? 1 : 0;
	long exponent = !biased && !fraction && !low ? 0 : biased ? biased - MAX_EXPONENT : MIN_EXPONENT;
	int nibble[28], count = 28;
	char text[16];

	for (int i = 0; i < 28; i++)
		nibble[i] = (int)(i < 12 ? fraction >> (44 - 4 * i) : low >> (4 * (27 - i))) & 15;
	while (count && !nibble[count - 1])
		count--;
	if (precision >= 0 && precision < count) {
		int rest = nibble[precision] > 8;
		for (int i = (int)precision + 1; i < count && nibble[precision] == 8; i++)
			rest |= nibble[i] != 0;
		if (nibble[precision] == 8 && !rest)
			rest = precision ? nibble[precision - 1] & 1 : (int)(lead & 1);
		count = (int)precision;
		for (int i = count - 1; rest; i--) {
			if (i < 0) {
				lead++;
				break;
			}
			nibble[i] = (nibble[i] + 1) & 15;
			rest = !nibble[i];
		}
	}
	if (precision < 0)
		precision = count;
	put_text(o, upper ? "0X" : "0x");
	put(o, (char)('0' + lead));
	if (precision > 0)
		put(o, '.');
	for (long i = 0; i < precision; i++)
		put(o, i < count ? digits[nibble[i]] : '0');
	snprintf(text, sizeof text, "%c%+ld", upper ? 'P' : 'p', exponent);
	put_text(o, text);
}

int strfromf128(char *restrict to, size_t size, const char *restrict format, quad value)
{
	struct output o = {to, size, 0};
	struct decimal d;
	uint64_t parts[2], high, low;
	int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, biased, upper;
	long precision = -1;
	char letter;

	if (*format++ != '%')
		abort();
	if (*format == '.')
		for (format++, precision = 0; isdigit((unsigned char)*format); format++)
			precision = precision > 100000000 ? precision : precision * 10 + (*format - '0');
	letter = *format;
	if (!letter || !strchr("aAeEfFgG", letter))
		abort();
	upper = letter < 'a';
	memcpy(parts, &value, sizeof parts);
	low = parts[!little];
	high = parts[little];
	if (high >> 63)
		put(&o, '-');
	biased = (int)(high >> 48 & 0x7fff);
	high &= ((uint64_t)1 << 48) - 1;
	if (biased == 0x7fff) {
		put_text(&o, high | low ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
	} else if ((letter | 32) == 'a') {
		put_hex(&o, high, low, biased, precision, upper);
	} else {
		long exponent = (biased ? biased : 1) - MAX_EXPONENT - FRACTION_BITS;
		if (biased)
			high |= (uint64_t)1 << 48;
		/* Without the trailing zeros the power of five below is smaller. */
		while (exponent < 0 && (high | low) && !(low & 1)) {
			low = low >> 1 | high << 63;
			high >>= 1;
			exponent++;
		}
		if (!expand(&d, high, low, exponent))
			return -1;
		if (precision < 0)
			precision = 6;
		if ((letter | 32) == 'f')
			put_fixed(&o, &d, precision, 0);
		else if ((letter | 32) == 'e')
			put_exponent(&o, &d, precision, 0, letter);
		else
			put_general(&o, &d, precision, upper ? 'E' : 'e');
		free(d.digits);
	}
	if (size)
		to[o.used < size ? o.used : size - 1] = '\0';
	return (int)o.used;
}
