/* recipe: asctime
 * symbols: asctime asctime_r ctime ctime_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: asctime(3): years beyond 9999 make a longer text, at which musl stops the process; EOVERFLOW and EINVAL
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static char *text_of(const struct tm *tm, char *to, size_t room)
{
	static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int n;

	if (!tm) {
		errno = EINVAL;
		return 0;
	}
	if (tm->tm_year > INT_MAX - 1900) {
		errno = EOVERFLOW;
		return 0;
	}
	n = snprintf(to, room, "%.3s %.3s%3d %.2d:%.2d:%.2d %d\n", tm->tm_wday < 0 || tm->tm_wday > 6 ? "???" : days + 3 * tm->tm_wday,
		tm->tm_mon < 0 || tm->tm_mon > 11 ? "???" : months + 3 * tm->tm_mon, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
		1900 + tm->tm_year);
	if (n < 0)
		return 0;
	if ((size_t)n >= room) {
		errno = EOVERFLOW;
		return 0;
	}
	return to;
}

char *__mc_asctime(const struct tm *tm)
{
	static char text[114]; /* the longest: every number at its widest */

	return text_of(tm, text, sizeof text);
}

char *__mc_asctime_r(const struct tm *restrict tm, char *restrict to)
{
	return text_of(tm, to, 26);
}

MC_OLD(localtime);
MC_OLD(localtime_r);

char *__mc_ctime(const time_t *t)
{
	return __mc_asctime(mc_old_localtime(t));
}

char *__mc_ctime_r(const time_t *t, char *to)
{
	struct tm tm;

	return mc_old_localtime_r(t, &tm) ? __mc_asctime_r(&tm, to) : 0;
}
