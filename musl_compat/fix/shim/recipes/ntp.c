/* recipe: ntp
 * symbols: ntp_adjtime ntp_gettime ntp_gettimex __adjtimex
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.12
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages adjtimex(2), ntp_gettime(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"
#include <sys/timex.h>

MC_OLD(adjtimex);

/* glibc's struct ntptimeval: the time, two error bounds, TAI's offset and four reserved words. */
struct times {
	long seconds, microseconds, maxerror, esterror, tai, reserved[4];
};

int ntp_adjtime(struct timex *t)
{
	return mc_old_adjtimex(t);
}

int __adjtimex(struct timex *t)
{
	return mc_old_adjtimex(t);
}

int ntp_gettimex(struct times *out)
{
	struct timex t = {0};
	int state = adjtimex(&t);
	out->seconds = (long)t.time.tv_sec;
	out->microseconds = (long)t.time.tv_usec;
	out->maxerror = t.maxerror;
	out->esterror = t.esterror;
	out->tai = t.tai;
	for (int i = 0; i < 4; i++) out->reserved[i] = 0;
	return state;
}

/* The same without TAI's offset: an older and shorter struct. */
int ntp_gettime(struct times *out)
{
	struct timex t = {0};
	int state = adjtimex(&t);
	out->seconds = (long)t.time.tv_sec;
	out->microseconds = (long)t.time.tv_usec;
	out->maxerror = t.maxerror;
	out->esterror = t.esterror;
	return state;
}
