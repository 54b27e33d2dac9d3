/* recipe: parse_printf_format
 * symbols: parse_printf_format
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: conversions that the program registers itself are unknown
 * spec: glibc manual, "Parsing a Template String"; <printf.h> for the numbers
 * scope: public
 */
#include <stddef.h>
#include <string.h>

enum { PA_INT, PA_CHAR, PA_WCHAR, PA_STRING, PA_WSTRING, PA_POINTER, PA_FLOAT, PA_DOUBLE };
enum { LONG_LONG = 1 << 8, LONG = 1 << 9, SHORT = 1 << 10, TO_POINTER = 1 << 11 };

struct arguments {
	int *types;
	size_t room, next, count;
};

static void set(struct arguments *a, size_t at, int type)
{
	if (at < a->room)
		a->types[at] = type;
	if (at + 1 > a->count)
		a->count = at + 1;
}

/* "n$" at f: the place n - 1, and f behind it; else the next one. */
static size_t place(const char **f, int *explicit)
{
	size_t n = 0;
	const char *p = *f;

	while (*p >= '0' && *p <= '9' && n < 100000)
		n = n * 10 + (size_t)(*p++ - '0');
	*explicit = n > 0 && *p == '$';
	if (*explicit) {
		*f = p + 1;
		return n - 1;
	}
	return 0;
}

/* A width or precision: digits, or '*' with an argument of its own. */
static void skip_size(const char **f, struct arguments *a)
{
	int explicit;

	if (**f != '*') {
		while (**f >= '0' && **f <= '9')
			++*f;
		return;
	}
	++*f;
	size_t at = place(f, &explicit);
	set(a, explicit ? at : a->next++, PA_INT);
}

static int length_of(const char **f)
{
	int flags = 0;

	for (;; ++*f) {
		switch (**f) {
		case 'h':
			flags = flags & SHORT ? PA_CHAR | 1 : SHORT; /* hh: a char */
			break;
		case 'l':
			flags = flags & LONG && sizeof(long) < 8 ? LONG_LONG : LONG; /* where long is long enough, ll is l */
			break;
		case 'L':
		case 'q':
			flags = LONG_LONG; /* of a long double; an integer takes its own size */
			break;
		case 'z':
		case 'Z':
		case 't':
			flags = sizeof(long) == 8 ? LONG : 0;
			break;
		case 'j':
			flags = sizeof(long) == 8 ? LONG : LONG_LONG;
			break;
		default:
			return flags;
		}
	}
}

/* The type of the conversion's argument, or -1 when it takes none. */
static int type_of(char conversion, int length)
{
	int is_char = length == 1;

	switch (conversion) {
	case 'd':
	case 'i':
	case 'o':
	case 'u':
	case 'x':
	case 'X':
	case 'b':
	case 'B':
		return is_char ? PA_CHAR : PA_INT | (length == LONG_LONG && sizeof(long) == 8 ? LONG : length);
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
	case 'a':
	case 'A':
		return PA_DOUBLE | (length & LONG_LONG);
	case 'c':
		return PA_CHAR;
	case 'C':
		return PA_WCHAR;
	case 's':
		return PA_STRING;
	case 'S':
		return PA_WSTRING;
	case 'p':
		return PA_POINTER;
	case 'n':
		return PA_INT | TO_POINTER;
	}
	return -1;
}

size_t parse_printf_format(const char *format, size_t room, int *types)
{
	struct arguments a = {types, room, 0, 0};

	while ((format = strchr(format, '%'))) {
		int explicit, length, type;
		size_t at;
		format++;
		at = place(&format, &explicit);
		format += strspn(format, " +-#0'I");
		skip_size(&format, &a);
		if (*format == '.') {
			format++;
			skip_size(&format, &a);
		}
		length = length_of(&format);
		if (!*format)
			break;
		type = type_of(*format++, length);
		if (type >= 0)
			set(&a, explicit ? at : a.next++, type);
	}
	return a.count;
}
