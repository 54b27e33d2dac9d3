/* recipe: _internal_printf_format
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: glibc manual, "Integer Conversions" (L and q as ll, Z as z, the flag I) and "Floating-Point Conversions"
 * scope: public
 */
#include "include/mc_printf.h"
#include <string.h>

int mc_printf_is_between(unsigned c)
{
	return c && c < 128 && strchr("*$#-+ '.I0123456789hljztLqZ", (int)c) != 0;
}

/* The letter that musl has for one between a % and this conversion: as long, so that a copy has room. */
static char spelled(char c, char conversion)
{
	int integer = conversion && strchr("diouxXn", conversion) != 0;

	switch (c) {
	case 'L':
	case 'q':
		return integer ? 'j' : 'L';
	case 'Z':
		return 'z';
	case 'I': /* the locale's own digits, which no locale of musl's has; its ' changes nothing */
		return '\'';
	default:
		return c;
	}
}

/* Does musl spell something otherwise? Then it is changed in the copy, when there is one. */
static int respell(const char *format, char *copy)
{
	int differs = 0;

	for (const char *p = format; (p = strchr(p, '%')) != 0; p++) {
		const char *from = ++p;
		while (mc_printf_is_between((unsigned char)*p))
			p++;
		for (const char *s = from; s < p; s++) {
			char c = spelled(*s, *p);
			differs |= c != *s;
			if (copy)
				copy[s - format] = c;
		}
		if (!*p)
			break;
	}
	return differs;
}

size_t mc_printf_room(const char *format)
{
	return respell(format, 0) ? strlen(format) + 1 : 0;
}

const char *mc_printf_plain(char *room, size_t size, const char *format)
{
	if (!size)
		return format;
	memcpy(room, format, size);
	respell(format, room);
	return room;
}
