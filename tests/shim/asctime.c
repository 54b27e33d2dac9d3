#include "shimtest.h"
#include <limits.h>
#include <time.h>
int main(void)
{
	static const time_t times[] = {0, 1234567890, 253402300799, 253402300800, -62135596800, -99999999999, 67767976233521999};
	char text[26];
	setenv("TZ", "UTC0", 1);
	for (unsigned i = 0; i < sizeof times / sizeof *times; i++) {
		char *p = VIA(ctime)(&times[i]);
		printf("%s", p ? p : "null\n");
		errno = 0;
		p = VIA(ctime_r)(&times[i], text);
		printf("%s %d\n", p ? p : "null", errno);
		struct tm *tm = gmtime(&times[i]);
		p = tm ? VIA(asctime)(tm) : 0;
		printf("%s", p ? p : "null\n");
	}
	struct tm odd[] = {{.tm_year = INT_MAX}, {.tm_year = INT_MAX - 1900}, {.tm_wday = 9, .tm_mon = 12, .tm_mday = 7}, {.tm_wday = -1, .tm_mon = -1, .tm_mday = 123, .tm_hour = 5}};
	for (unsigned i = 0; i < sizeof odd / sizeof *odd; i++) {
		errno = 0;
		char *p = VIA(asctime)(&odd[i]);
		printf("%s %d\n", p ? p : "null", p ? 0 : errno);
		errno = 0;
		p = VIA(asctime_r)(&odd[i], text);
		printf("%s %d\n", p ? p : "null", p ? 0 : errno);
	}
}
