/* recipe: strptime
 * symbols: strptime
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: names and formats are those of the C locale
 * spec: POSIX.1-2024 strptime; glibc manual, "Low-Level Time String Parsing": flags, blanks before numbers, the conversions
 *   F g G k l s u V z Z, and dates from a day of the year or from a week and its day
 * scope: private
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static const char *const days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"};

/* What was read, besides what struct tm holds. */
struct seen {
	int twelve, afternoon;	 /* an hour of twelve, and its half of the day */
	int century, in_century; /* -1 or the first digits of the year; whether others came too */
	int month, day, weekday, yearday, date;
	int week, monday; /* -1 or the week of the year; whether it begins on Monday */
};

static const char *number(const char *s, int *out, int least, int most, int digits)
{
	int value = 0;

	while (*s == ' ')
		s++;
	if (!isdigit((unsigned char)*s))
		return 0;
	do
		value = value * 10 + *s++ - '0';
	while (--digits > 0 && value * 10 <= most && isdigit((unsigned char)*s));
	*out = value;
	return value < least || value > most ? 0 : s;
}

/* The whole name, or its first three letters. */
static const char *name(const char *s, const char *const *list, int count, int *out)
{
	for (int i = 0; i < count; i++) {
		size_t n = strlen(list[i]);
		if (strncasecmp(s, list[i], n))
			n = strncasecmp(s, list[i], 3) ? 0 : 3;
		if (n) {
			*out = i;
			return s + n;
		}
	}
	return 0;
}

static const char *half(const char *s, struct seen *seen)
{
	if (strncasecmp(s, "AM", 2) && strncasecmp(s, "PM", 2))
		return 0;
	seen->afternoon = toupper((unsigned char)*s) == 'P';
	return s + 2;
}

static const char *seconds(const char *s, struct tm *tm)
{
	time_t t = 0;

	if (!isdigit((unsigned char)*s))
		return 0;
	while (isdigit((unsigned char)*s))
		t = t * 10 + *s++ - '0';
	return localtime_r(&t, tm) ? s : 0;
}

/* Z, +hh, +hhmm or +hh:mm. */
static const char *offset(const char *s, struct tm *tm)
{
	int value = 0, count = 0, negative;

	while (isspace((unsigned char)*s))
		s++;
	if (*s == 'Z') {
		tm->tm_gmtoff = 0;
		return s + 1;
	}
	if (*s != '+' && *s != '-')
		return 0;
	negative = *s++ == '-';
	while (count < 4 && isdigit((unsigned char)*s)) {
		value = value * 10 + *s++ - '0';
		count++;
		if (*s == ':' && count == 2 && isdigit((unsigned char)s[1]))
			s++;
	}
	if (count == 2)
		value *= 100;
	else if (count != 4 || value % 100 >= 60)
		return 0;
	tm->tm_gmtoff = (value / 100 * 60L + value % 100) * 60 * (negative ? -1 : 1);
	return s;
}

static const char *composite(char conversion)
{
	switch (conversion) {
	case 'c':
		return "%a %b %e %H:%M:%S %Y";
	case 'D':
	case 'x':
		return "%m/%d/%y";
	case 'F':
		return "%Y-%m-%d";
	case 'r':
		return "%I:%M:%S %p";
	case 'R':
		return "%H:%M";
	case 'T':
	case 'X':
		return "%H:%M:%S";
	}
	return 0;
}

static const char *parse(const char *s, const char *format, struct tm *tm, struct seen *seen);

static const char *convert(const char *s, char conversion, struct tm *tm, struct seen *seen)
{
	int value;

	if (composite(conversion)) {
		s = parse(s, composite(conversion), tm, seen);
		if (s && strchr("cDFx", conversion))
			seen->date = 1;
		return s;
	}
	switch (conversion) {
	case '%':
		return *s == '%' ? s + 1 : 0;
	case 'n':
	case 't':
		while (isspace((unsigned char)*s))
			s++;
		return s;
	case 'a':
	case 'A':
		seen->weekday = 1;
		return name(s, days, 7, &tm->tm_wday);
	case 'b':
	case 'B':
	case 'h':
		seen->month = seen->date = 1;
		return name(s, months, 12, &tm->tm_mon);
	case 'C':
		seen->date = 1;
		return number(s, &seen->century, 0, 99, 2);
	case 'd':
	case 'e':
		seen->day = seen->date = 1;
		return number(s, &tm->tm_mday, 1, 31, 2);
	case 'g':
		return number(s, &value, 0, 99, 2);
	case 'G':
		if (!isdigit((unsigned char)*s))
			return 0;
		while (isdigit((unsigned char)*s))
			s++;
		return s;
	case 'H':
	case 'k':
		seen->twelve = 0;
		return number(s, &tm->tm_hour, 0, 23, 2);
	case 'I':
	case 'l':
		seen->twelve = 1;
		s = number(s, &value, 1, 12, 2);
		tm->tm_hour = s ? value % 12 : tm->tm_hour;
		return s;
	case 'j':
		seen->yearday = 1;
		s = number(s, &value, 1, 366, 3);
		tm->tm_yday = s ? value - 1 : tm->tm_yday;
		return s;
	case 'm':
		seen->month = seen->date = 1;
		s = number(s, &value, 1, 12, 2);
		tm->tm_mon = s ? value - 1 : tm->tm_mon;
		return s;
	case 'M':
		return number(s, &tm->tm_min, 0, 59, 2);
	case 'p':
		return half(s, seen);
	case 's':
		return seconds(s, tm);
	case 'S':
		return number(s, &tm->tm_sec, 0, 61, 2);
	case 'u':
		seen->weekday = 1;
		s = number(s, &value, 1, 7, 1);
		tm->tm_wday = s ? value % 7 : tm->tm_wday;
		return s;
	case 'w':
		seen->weekday = 1;
		return number(s, &tm->tm_wday, 0, 6, 1);
	case 'U':
	case 'W':
		seen->monday = conversion == 'W';
		return number(s, &seen->week, 0, 53, 2);
	case 'V':
		return number(s, &value, 0, 53, 2);
	case 'y':
		seen->in_century = seen->date = 1;
		s = number(s, &value, 0, 99, 2);
		tm->tm_year = s ? value + (value >= 69 ? 0 : 100) : tm->tm_year;
		return s;
	case 'Y':
		seen->in_century = 0;
		seen->century = -1;
		seen->date = 1;
		s = number(s, &value, 0, 9999, 4);
		tm->tm_year = s ? value - 1900 : tm->tm_year;
		return s;
	case 'z':
		return offset(s, tm);
	case 'Z':
		while (isspace((unsigned char)*s))
			s++;
		while (*s && !isspace((unsigned char)*s))
			s++;
		return s;
	}
	return 0;
}

static const char *parse(const char *s, const char *format, struct tm *tm, struct seen *seen)
{
	while (s && *format) {
		char modifier = '\0';
		if (isspace((unsigned char)*format)) {
			while (isspace((unsigned char)*s))
				s++;
			format++;
			continue;
		}
		if (*format != '%') {
			s = *s == *format++ ? s + 1 : 0;
			continue;
		}
		format++;
		while (*format && strchr("_-0^#", *format))
			format++;
		if (*format == 'E' || *format == 'O')
			modifier = *format++;
		if (!*format || (modifier && !strchr(modifier == 'E' ? "cCxXY" : "bBdeHImMSUVWwy", *format)))
			return 0;
		s = convert(s, *format++, tm, seen);
	}
	return s;
}

static int leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* The days of the year before this month. */
static int before(int year, int month)
{
	static const short sums[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

	return sums[month] + (month > 1 && leap(year));
}

static int weekday_of(int year, int yearday)
{
	int y = year - 1 + 400; /* no division of a negative number, for year 0 too */

	return (1 + y * 365 % 7 + y / 4 - y / 100 + y / 400 + yearday) % 7;
}

static void set_date(struct tm *tm, const struct seen *seen, int year)
{
	int month = 0;

	while (month < 11 && before(year, month + 1) <= tm->tm_yday)
		month++;
	if (!seen->month)
		tm->tm_mon = month;
	if (!seen->day)
		tm->tm_mday = tm->tm_yday - before(year, month) + 1;
}

static void complete(struct tm *tm, struct seen *seen)
{
	int year;

	if (seen->twelve && seen->afternoon)
		tm->tm_hour += 12;
	if (seen->century >= 0)
		tm->tm_year = (seen->in_century ? tm->tm_year % 100 : 0) + (seen->century - 19) * 100;
	year = tm->tm_year + 1900;
	if (seen->date && !seen->weekday) {
		if (!(seen->month && seen->day) && seen->yearday)
			set_date(tm, seen, year);
		if (tm->tm_mon >= 0 && tm->tm_mon <= 11)
			tm->tm_wday = weekday_of(year, before(year, tm->tm_mon) + tm->tm_mday - 1);
	}
	if (seen->date && !seen->yearday && tm->tm_mon >= 0 && tm->tm_mon <= 11)
		tm->tm_yday = before(year, tm->tm_mon) + tm->tm_mday - 1;
	if (seen->week >= 0 && seen->weekday) {
		int first = weekday_of(year, 0) - seen->monday;
		if (!seen->yearday)
			tm->tm_yday = (7 - first) % 7 + (seen->week - 1) * 7 + (tm->tm_wday - seen->monday + 7) % 7;
		if (!seen->month || !seen->day)
			set_date(tm, seen, year);
	}
}

char *__mc_strptime(const char *restrict s, const char *restrict format, struct tm *restrict tm)
{
	struct seen seen = {.century = -1, .week = -1};

	s = parse(s, format, tm, &seen);
	if (s)
		complete(tm, &seen);
	return (char *)s;
}
