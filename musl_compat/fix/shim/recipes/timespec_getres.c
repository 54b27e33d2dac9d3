/* recipe: timespec_getres
 * symbols: timespec_getres timelocal dysize
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.29.2.7; Linux man-pages timelocal(3), dysize(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"

/* TIME_UTC, TIME_MONOTONIC, TIME_ACTIVE, TIME_THREAD_ACTIVE are 1 to 4. */
int mc_timespec_getres(struct timespec *, int);

int mc_timespec_getres(struct timespec *out, int base)
{
	static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID};
	if (base < 1 || base > 4) return 0;
	if (out && clock_getres(clocks[base - 1], out)) return 0;
	return base;
}

int timespec_getres(struct mc_timespec *out, int base)
{
	struct timespec resolution;
	int result = mc_timespec_getres(&resolution, base);
	if (result && out) {
		out->tv_sec = (long)resolution.tv_sec;
		out->tv_nsec = resolution.tv_nsec;
	}
	return result;
}

time_t timelocal(struct tm *tm)
{
	return mktime(tm);
}

int dysize(int year)
{
	return (year % 4 == 0 && year % 100) || year % 400 == 0 ? 366 : 365;
}
