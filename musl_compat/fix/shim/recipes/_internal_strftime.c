/* recipe: _internal_strftime
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: strftime(3); glibc manual, "Formatting Calendar Time": flags _ - 0 ^ #, a width, and the conversions k l P
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_strftime.h"
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct output {
	char *to;
	size_t size, used;
};

static void put(struct output *o, const char *text, size_t n)
{
	if (o->used + n < o->size)
		memcpy(o->to + o->used, text, n);
	o->used += n;
}

static void put_many(struct output *o, char c, int n)
{
	for (; n > 0; n--)
		put(o, &c, 1);
}

struct spec {
	char pad, conversion, modifier;
	int width, upper, swap;
};

static const char *read_spec(const char *f, struct spec *s)
{
	*s = (struct spec){.width = -1};
	for (;; f++) {
		if (*f == '_' || *f == '-' || *f == '0' || *f == '+')
			s->pad = *f;
		else if (*f == '^')
			s->upper = 1;
		else if (*f == '#')
			s->swap = 1;
		else
			break;
	}
	if (*f >= '0' && *f <= '9') {
		s->width = 0;
		for (; *f >= '0' && *f <= '9'; f++)
			s->width = s->width > 100000 ? s->width : s->width * 10 + (*f - '0');
	}
	if (*f == 'E' || *f == 'O')
		s->modifier = *f++;
	s->conversion = *f;
	return *f ? f + 1 : f;
}

/* Plain digits: how many there are by default, and what fills them. 0: not a number. */
static int number_width(char conversion, char *fill)
{
	*fill = strchr("ekls", conversion) ? '_' : '0';
	if (strchr("CdegHIklmMSUVWy", conversion))
		return 2;
	return conversion == 'j' ? 3 : strchr("uwsYG", conversion) ? 1 : 0;
}

static void put_number(struct output *o, const struct spec *s, const char *digits)
{
	char fill;
	int width = number_width(s->conversion, &fill), negative = *digits == '-';
	int length;

	digits += negative;
	while (digits[0] && digits[1] && (*digits == '0' || *digits == ' '))
		digits++; /* what is left is the number itself */
	length = (int)strlen(digits);
	if (s->pad && s->pad != '+')
		fill = s->pad;
	if (s->width > width)
		width = s->width;
	if (fill == '-')
		width = s->width; /* no digits of its own, but a width that is asked for is blank */
	if (fill == '-' || fill == '_') {
		put_many(o, ' ', width - length - negative);
		put(o, "-", (size_t)negative);
	} else {
		put(o, "-", (size_t)negative);
		put_many(o, '0', width - length - negative);
	}
	put(o, digits, (size_t)length);
}

static void put_text(struct output *o, const struct spec *s, char *text)
{
	int length = (int)strlen(text), upper = s->upper, lower = 0;

	if (s->swap) {
		lower = s->conversion == 'p' || s->conversion == 'Z';
		upper |= !lower && strchr("aAbBh", s->conversion) != 0;
	}
	if (s->conversion == 'P')
		lower = 1;
	for (char *p = text; *p; p++)
		*p = (char)(lower ? tolower((unsigned char)*p) : upper ? toupper((unsigned char)*p) : *p);
	put_many(o, s->pad == '0' || s->pad == '+' ? '0' : ' ', s->width - length);
	put(o, text, (size_t)length);
}

static const char *composite(const struct spec *s)
{
	switch (s->conversion) {
	case 'D':
		return "%m/%d/%y";
	case 'F':
		return "%Y-%m-%d";
	case 'R':
		return "%H:%M";
	case 'T':
		return "%H:%M:%S";
	case 'r':
		return "%I:%M:%S %p";
	case 'x':
		return "%m/%d/%y";
	case 'X':
		return "%H:%M:%S";
	case 'c':
		return "%a %b %e %H:%M:%S %Y";
	}
	return 0;
}

static void expand(struct output *o, const char *format, const struct tm *tm, locale_t locale, int upper);

static void put_composite(struct output *o, const struct spec *s, const struct tm *tm, locale_t locale)
{
	char text[200];
	struct output inner = {text, sizeof text, 0};

	expand(&inner, composite(s), tm, locale, s->upper);
	put_many(o, s->pad == '0' || s->pad == '+' ? '0' : ' ', s->width - (int)inner.used);
	put(o, text, inner.used < sizeof text ? inner.used : sizeof text);
}

/* The offset from UTC: the sign, then hours and minutes as one number of four digits. A width has no effect here. */
static void put_offset(struct output *o, const struct spec *s, const struct tm *tm)
{
	long minutes = tm->tm_gmtoff / 60, value = labs(minutes) / 60 * 100 + labs(minutes) % 60;
	const char *format = s->pad == '-' ? "%ld" : s->pad == '_' ? "%4ld" : "%04ld";
	char text[32];
	int length;

	if (tm->tm_isdst < 0)
		return;
	length = snprintf(text, sizeof text, format, value);
	put(o, tm->tm_gmtoff < 0 ? "-" : "+", 1);
	put(o, text, (size_t)length);
}

/* What the structure says, else the zone of TZ: a structure that a program filled by itself has no name in it. */
static void zone_name(char *text, size_t size, const struct tm *tm)
{
	const char *zone = tm->tm_zone;

	if ((!zone || !*zone) && tm->tm_isdst >= 0)
		zone = tzname[tm->tm_isdst > 0];
	snprintf(text, size, "%s", zone ? zone : "");
}

static void convert(struct output *o, const struct spec *s, const struct tm *tm, locale_t locale)
{
	char text[128], format[3] = {'%', s->conversion, '\0'}, fill;
	struct tm copy = *tm;

	if (composite(s)) {
		put_composite(o, s, tm, locale);
		return;
	}
	switch (s->conversion) {
	case 'z':
		put_offset(o, s, tm);
		return;
	case 'Z':
		zone_name(text, sizeof text, tm);
		break;
	case 'k':
		snprintf(text, sizeof text, "%d", tm->tm_hour);
		break;
	case 'l':
		snprintf(text, sizeof text, "%d", tm->tm_hour % 12 ? tm->tm_hour % 12 : 12);
		break;
	case 's':
		snprintf(text, sizeof text, "%lld", (long long)mktime(&copy));
		break;
	case 'Y':
		snprintf(text, sizeof text, "%lld", 1900LL + tm->tm_year);
		break;
	case 'P':
		format[1] = 'p';
		/* fall through */
	default:
		if (!strftime_l(text, sizeof text, format, tm, locale))
			*text = '\0';
	}
	if (number_width(s->conversion, &fill))
		put_number(o, s, text);
	else
		put_text(o, s, text);
}

static int takes_modifier(const struct spec *s)
{
	return !s->modifier || strchr(s->modifier == 'E' ? "cCuxXyY" : "bBhdegGHIjklmMsSuUVwWyC", s->conversion) != 0;
}

static void expand(struct output *o, const char *format, const struct tm *tm, locale_t locale, int upper)
{
	while (*format) {
		const char *start = format;
		struct spec s;
		if (*format != '%') {
			put(o, format++, 1);
			continue;
		}
		format = read_spec(format + 1, &s);
		s.upper |= upper;
		if (s.conversion == '%') {
			char text[] = "%";
			put_text(o, &s, text);
		} else if (s.conversion == 'n' || s.conversion == 't') {
			char text[] = {s.conversion == 'n' ? '\n' : '\t', '\0'};
			put_text(o, &s, text);
		} else if (s.conversion && takes_modifier(&s) && strchr("aAbBcCdDeFgGhHIjklmMpPrRsSTuUVwWxXyYzZ", s.conversion)) {
			convert(o, &s, tm, locale);
		} else {
			put(o, start, (size_t)(format - start)); /* as it stands */
		}
	}
}

size_t mc_strftime(char *to, size_t size, const char *format, const struct tm *tm, locale_t locale)
{
	struct output o = {to, size, 0};

	tzset();
	expand(&o, format, tm, locale, 0);
	if (o.used >= size)
		return 0;
	if (size)
		to[o.used] = '\0';
	return o.used;
}
