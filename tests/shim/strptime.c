#include "shimtest.h"
#include <time.h>

static void show(const char *text, const char *format)
{
	struct tm tm = {.tm_sec = 7, .tm_min = 7, .tm_hour = 7, .tm_mday = 7, .tm_mon = 7, .tm_year = 77, .tm_wday = 3, .tm_yday = 77, .tm_isdst = 0, .tm_gmtoff = 5};
	char *end = VIA(strptime)(text, format, &tm);
	printf("[%s] [%s] ", text, format);
	if (!end)
		puts("no");
	else
		printf("\"%s\" %d-%d-%d %d:%d:%d wday %d yday %d dst %d off %ld\n", end, tm.tm_year, tm.tm_mon, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
			tm.tm_wday, tm.tm_yday, tm.tm_isdst, tm.tm_gmtoff);
}

int main(void)
{
	static const char *const texts[] = {"1", "12", " 5", "31", "45", "99", "070", "366", "1999", "2024", "12345", "Mon", "monday", "Tuesday x", "SEP", "september",
		"may", "AM", "pm", "PM rest", "+0530", "-08:00", "+05", "+5", "Z", " +1400", "+1430", "+0160", "UTC next", "%", "", "  ", "0", "-3", "1234567890", "69", "68",
		"13:14:15", "13:14", "01:02:03 PM", "12:00:00 AM", "02/29/24", "2024-02-29", "Thu Feb 29 13:14:15 2024"};
	static const char conversions[] = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%Q";
	setenv("TZ", "UTC0", 1);
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
		for (const char *c = conversions; *c; c++) {
			char format[4] = {'%', *c};
			show(texts[i], format);
		}
	static const char *const pairs[][2] = {
		{"2024-02-29T13:14:15Z", "%Y-%m-%dT%H:%M:%S%z"}, {"2024-02-29 13:14:15 +0100 x", "%F %T %z"}, {"29 Feb 2024", "%d %b %Y"},
		{"2024 060", "%Y %j"}, {"2023 060", "%Y %j"}, {"2024 366", "%Y%j"}, {"2024 10 1", "%Y %U %w"}, {"2024 10 1", "%Y %W %w"}, {"2024 10 7", "%Y %W %u"},
		{"2024 00 1", "%Y %U %w"}, {"2023 53 0", "%Y %U %w"}, {"20 24 3 4", "%C %y %m %d"}, {"19 3 4", "%C %m %d"}, {"5 pm", "%I %p"}, {"12 pm", "%l %P"}, {"12am", "%I%p"},
		{"pm 5", "%p %I"}, {"17 pm", "%H %p"}, {"Thursday, 29-Feb-24", "%A, %d-%b-%y"}, {" 3", "%e"}, {"a  b", "a b"}, {"ab", "a b"}, {"7", "%-d"}, {"07", "%_d"}, {"07", "%0d"},
		{"x", "y"}, {"2024", "%EY"}, {"24", "%Ey"}, {"12", "%Od"}, {"12", "%Ed"}, {"12", "%OQ"}, {"1", "%"}, {"2024W10", "%GW%V"}, {"24 12", "%g %V"}, {"00012", "%H%M%S"},
		{"20240229131415", "%Y%m%d%H%M%S"}, {"0", "%s"}, {"1709212455 x", "%s"}, {"10:11 CET", "%R %Z"}, {"mar 5", "%b %d"}, {"5", "%d"}, {"1/1/70", "%D"}, {"12/31/68", "%x"},
		{"1970 1 4", "%Y %W %u"}, {"2000 12 25 Mon", "%Y %m %d %a"}, {"2000 300 12", "%Y %j %m"}, {"0001 1 1", "%Y %m %d"}, {"9999 12 31", "%Y %m %d"}, {"0000 3 1", "%Y %m %d"}};
	for (unsigned i = 0; i < sizeof pairs / sizeof *pairs; i++)
		show(pairs[i][0], pairs[i][1]);
}
