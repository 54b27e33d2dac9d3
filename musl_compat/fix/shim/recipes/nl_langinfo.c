/* recipe: nl_langinfo
 * symbols: nl_langinfo nl_langinfo_l
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.3
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the values are those of the C locale, but for the codeset; none of LC_COLLATE, LC_CTYPE and LC_IDENTIFICATION
 * spec: nl_langinfo(3); glibc <langinfo.h> for the numbers: GNU's items beyond POSIX, of which some are wide strings, single
 *   bytes or numbers in place of a pointer; cal and date use them
 * scope: private
 */
#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

enum { LAST_BYTES = 0x25, ERA_ITEMS = 0x2c, DATE_FMT = 0x6c, TIME_CODESET = 0x6e };

static const char *const plain_names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sunday", "Monday", "Tuesday", "Wednesday",
	"Thursday", "Friday", "Saturday", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "January",
	"February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "AM", "PM",
	"%a %b %e %H:%M:%S %Y", "%m/%d/%y", "%H:%M:%S", "%I:%M:%S %p", "%a %b %e %H:%M:%S %Z %Y"};
enum { SHORT_MONTHS = 14, LONG_MONTHS = 26, WIDE_FORMATS = 44 };

static const wchar_t *const wide_names[] = {L"Sun", L"Mon", L"Tue", L"Wed", L"Thu", L"Fri", L"Sat", L"Sunday", L"Monday", L"Tuesday",
	L"Wednesday", L"Thursday", L"Friday", L"Saturday", L"Jan", L"Feb", L"Mar", L"Apr", L"May", L"Jun", L"Jul", L"Aug", L"Sep", L"Oct",
	L"Nov", L"Dec", L"January", L"February", L"March", L"April", L"May", L"June", L"July", L"August", L"September", L"October",
	L"November", L"December", L"AM", L"PM", L"%a %b %e %H:%M:%S %Y", L"%m/%d/%y", L"%H:%M:%S", L"%I:%M:%S %p",
	L"%a %b %e %H:%M:%S %Z %Y"};

/* Left to musl. */
#define NONE ((const void *)-1)

static const void *number(intptr_t value)
{
	return (const void *)value;
}

static const char *codeset(locale_t locale)
{
	const char *name = locale ? nl_langinfo_l(CODESET, locale) : nl_langinfo(CODESET);

	return strcmp(name, "ASCII") ? name : "ANSI_X3.4-1968";
}

static const void *of_time(int item, locale_t locale)
{
	switch (item) {
	case 0x28:
		return plain_names[40];
	case 0x32: /* how many eras */
		return number(0);
	case 0x65: /* days of a week, its first day as a date, days of the first week that count, first day of week and of work */
		return "\7";
	case 0x66:
		return number(19971130);
	case 0x67:
		return "\4";
	case 0x68:
	case 0x6a:
		return "\1";
	case 0x69:
		return "\2";
	case DATE_FMT:
		return plain_names[WIDE_FORMATS];
	case DATE_FMT + 1:
		return wide_names[WIDE_FORMATS];
	case TIME_CODESET:
		return codeset(locale);
	}
	if (item >= 0x34 && item < 0x60)
		return wide_names[item - 0x34];
	if (item >= 0x60 && item < 0x65) /* wide: formats of eras */
		return L"";
	if (item >= 0x6f && item < 0x7b)
		return plain_names[LONG_MONTHS + item - 0x6f];
	if (item >= 0x7b && item < 0x87)
		return wide_names[LONG_MONTHS + item - 0x7b];
	if (item >= 0x87 && item < 0x93)
		return plain_names[SHORT_MONTHS + item - 0x87];
	if (item >= 0x93 && item < 0x9f)
		return wide_names[SHORT_MONTHS + item - 0x93];
	return NONE;
}

static const void *of_money(int item, locale_t locale)
{
	switch (item) {
	case 0x0f:
		return "-";
	case 0x26:
	case 0x28:
		return number(10101);
	case 0x27:
	case 0x29:
		return number(99991231);
	case 0x2a: /* two numbers: the rate of conversion */
	{
		static const int32_t one[2] = {1, 1};
		return one;
	}
	case 0x2b:
	case 0x2c:
		return number(0);
	case 0x2d:
		return codeset(locale);
	}
	return (item >= 0x07 && item <= 0x15) || (item >= 0x18 && item <= LAST_BYTES) ? "\377" : NONE; /* CHAR_MAX: not there */
}

static const void *of_others(unsigned item, locale_t locale)
{
	switch (item) {
	case 0x10003:
		return number('.');
	case 0x10004:
	case 0x90006:
		return number(0);
	case 0x70000:
		return number(297);
	case 0x70001:
		return number(210);
	case 0x80000:
		return "%p%t%g%t%m%t%f";
	case 0x90000:
		return "%a%N%f%N%d%N%b%N%s %h %e %r%N%C-%z %T%N%c%N";
	case 0xa0000:
		return "+%c %a %l";
	case 0xb0000:
		return "\1";
	case CODESET:
	case 0x10005:
	case 0x50004:
	case 0x70002:
	case 0x80006:
	case 0x9000c:
	case 0xa0004:
	case 0xb0001:
		return codeset(locale);
	}
	return NONE;
}

static const char *find(nl_item item, locale_t locale)
{
	int low = item & 0xffff;
	const void *found = item >> 16 == 2 ? of_time(low, locale) : item >> 16 == 4 ? of_money(low, locale) : of_others((unsigned)item, locale);

	if (found != NONE)
		return found;
	if (item < 0)
		return ""; /* musl would look for a category of that number */
	return locale ? nl_langinfo_l(item, locale) : nl_langinfo(item);
}

char *__mc_nl_langinfo(nl_item item)
{
	return (char *)find(item, 0);
}

char *__mc_nl_langinfo_l(nl_item item, locale_t locale)
{
	return (char *)find(item, locale);
}
