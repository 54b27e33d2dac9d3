/* recipe: _internal_scanf_c23
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: C23 7.23.6.2: %i reads the prefix 0b, %b reads binary digits
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_scanf.h"
#include <ctype.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct directive {
	int suppressed, width, positional;
	char length[3], conversion;
	const char *end;
};

/* Reads the directive that begins at this %. */
static struct directive parse(const char *p)
{
	struct directive d = {0};
	size_t n = 0;
	p++;
	if (*p == '*') d.suppressed = 1, p++;
	for (; isdigit((unsigned char)*p); p++) d.width = d.width < INT_MAX / 10 - 1 ? d.width * 10 + (*p - '0') : INT_MAX;
	if (*p == '$') d.positional = 1, p++;
	if (*p == '\'' || *p == 'm' || *p == 'I') p++;
	while (*p && strchr("hljztLq", *p)) {
		if (n < 2) d.length[n++] = *p;
		p++;
	}
	d.conversion = *p;
	if (*p == '[') {
		if (*++p == '^') p++;
		if (*p == ']') p++;
		while (*p && *p != ']') p++;
	}
	d.end = *p ? p + 1 : p;
	return d;
}

/* Must this format be read directive by directive: does it hold %i or %b, and no positions? */
static int is_special(const char *format)
{
	int special = 0;
	for (const char *p = format; (p = strchr(p, '%'));) {
		struct directive d = parse(p);
		if (d.positional) return 0;
		special |= d.conversion == 'i' || d.conversion == 'b';
		p = d.end;
	}
	return special;
}

static void store(void *to, const char *length, unsigned long long value)
{
	if (!strcmp(length, "hh")) *(signed char *)to = (signed char)value;
	else if (*length == 'h') *(short *)to = (short)value;
	else if (!*length) *(int *)to = (int)value;
	else if (!strcmp(length, "l")) *(long *)to = (long)value;
	else if (*length == 'z' || *length == 't') *(size_t *)to = (size_t)value;
	else *(long long *)to = (long long)value;
}

static int take(FILE *f, int *left, int *count)
{
	if (!*left) return EOF;
	int c = getc_unlocked(f);
	if (c != EOF) --*left, ++*count;
	return c;
}

static void give_back(FILE *f, int c, int *left, int *count)
{
	if (c == EOF) return;
	ungetc(c, f);
	++*left, --*count;
}

static int digit(int c)
{
	return isdigit(c) ? c - '0' : isalpha(c) ? tolower(c) - 'a' + 10 : 99;
}

/* The greatest value: glibc reads shorter integers as a long, and cuts it. */
static unsigned long long greatest(struct directive d)
{
	int is_long = !strcmp(d.length, "ll") || *d.length == 'j' || *d.length == 'L' || *d.length == 'q';
	if (d.conversion == 'b') return is_long ? ULLONG_MAX : ULONG_MAX;
	return is_long ? LLONG_MAX : LONG_MAX;
}

/* An integer with prefix. 1, 0 (no match) or EOF. Spaces have been skipped. */
static int integer(FILE *f, struct directive d, int *count, unsigned long long *out)
{
	int left = d.width ? d.width : INT_MAX, base = d.conversion == 'b' ? 2 : 10, digits = 0, negative = 0, over = 0;
	unsigned long long value = 0, limit = greatest(d);
	int c = take(f, &left, count);
	if (c == EOF) return EOF;
	if (c == '+' || c == '-') {
		negative = c == '-';
		c = take(f, &left, count);
	}
	if (c == '0') {
		digits = 1;
		c = take(f, &left, count);
		if (c != EOF && (c | 32) == 'b') base = 2, digits = 0, c = take(f, &left, count);
		else if (c != EOF && (c | 32) == 'x' && d.conversion == 'i') base = 16, digits = 0, c = take(f, &left, count);
		else if (d.conversion == 'i') base = 8;
	}
	for (; c != EOF && digit(c) < base; c = take(f, &left, count), digits = 1) {
		over |= value > (limit - (unsigned)digit(c)) / (unsigned)base;
		value = value * (unsigned)base + (unsigned)digit(c);
	}
	give_back(f, c, &left, count);
	if (!digits) return 0;
	if (over) value = limit + (negative && d.conversion == 'i');
	*out = negative ? 0 - value : value;
	return 1;
}

static void skip_space(FILE *f, int *count)
{
	int c, left = INT_MAX;
	while ((c = take(f, &left, count)) != EOF && isspace(c)) {}
	give_back(f, c, &left, count);
}

/* One conversion that musl's scanf does. 1, 0 or EOF; a suppressed one gives 2. */
static int by_libc(FILE *f, const char *start, struct directive d, int *count, void *to)
{
	size_t n = (size_t)(d.end - start);
	char *one = malloc(n + 3);
	int used = -1, result;
	if (!one) return EOF;
	memcpy(one, start, n);
	memcpy(one + n, "%n", 3);
	result = d.suppressed ? fscanf(f, one, &used) : fscanf(f, one, to, &used);
	free(one);
	if (used > 0) *count += used;
	return d.suppressed && used >= 0 ? 2 : d.suppressed && !result ? 0 : result;
}

static int run(FILE *f, const char *p, va_list ap)
{
	int assigned = 0, count = 0;
	while (*p) {
		int c, left = INT_MAX, result;
		if (isspace((unsigned char)*p)) {
			skip_space(f, &count);
			p++;
			continue;
		}
		if (*p != '%' || p[1] == '%') {
			if (*p == '%') skip_space(f, &count), p++;
			c = take(f, &left, &count);
			if (c == EOF) return assigned ? assigned : EOF;
			if (c != (unsigned char)*p) {
				give_back(f, c, &left, &count);
				return assigned;
			}
			p++;
			continue;
		}
		struct directive d = parse(p);
		void *to = d.suppressed ? NULL : va_arg(ap, void *);
		unsigned long long value = (unsigned long long)count;
		if (d.conversion == 'n') {
			if (to) store(to, d.length, value);
			p = d.end;
			continue;
		}
		if (d.conversion == 'i' || d.conversion == 'b') {
			skip_space(f, &count);
			result = integer(f, d, &count, &value);
			if (result == 1 && to) store(to, d.length, value);
			if (result == 1 && !to) result = 2;
		} else {
			result = by_libc(f, p, d, &count, to);
		}
		if (result == EOF) return assigned ? assigned : EOF;
		if (!result) return assigned;
		assigned += result == 1;
		p = d.end;
	}
	return assigned;
}

int mc_vfscanf_c23(FILE *f, const char *format, va_list ap)
{
	if (!is_special(format)) return vfscanf(f, format, ap);
	flockfile(f);
	int n = run(f, format, ap);
	funlockfile(f);
	return n;
}

int mc_vsscanf_c23(const char *s, const char *format, va_list ap)
{
	if (!is_special(format)) return vsscanf(s, format, ap);
	/* a stream of no bytes cannot be opened: one that a space never changes stands for it */
	FILE *f = *s ? fmemopen((void *)s, strlen(s), "r") : fmemopen((void *)" ", 1, "r");
	if (!f) return EOF;
	int n = run(f, format, ap);
	fclose(f);
	return n;
}
