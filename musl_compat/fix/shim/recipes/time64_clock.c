/* recipe: time64_clock
 * symbols: ___adjtimex64 __ntp_gettime64 __ntp_gettimex64
 * kind: wrapper
 * glibc: GLIBC_2.34
 * arch: i386 armhf
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages adjtimex(2), ntp_gettime(3); the kernel's struct __kernel_timex, which is glibc's with 64-bit times
 * scope: public
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

struct timex64 {
	unsigned modes;
	int pad;
	int64_t offset, freq, maxerror, esterror;
	int status, pad2;
	int64_t constant, precision, tolerance, seconds, microseconds, tick, others[8];
	int tai, reserved[11];
};
_Static_assert(sizeof(struct timex64) == 208, "the kernel's size");

struct times64 {
	int64_t seconds, microseconds;
	long maxerror, esterror, tai, reserved[4]; /* the last two for __ntp_gettimex64 only */
};

int ___adjtimex64(struct timex64 *t)
{
	return (int)syscall(SYS_clock_adjtime64, CLOCK_REALTIME, t);
}

int __ntp_gettime64(struct times64 *out)
{
	struct timex64 t = {0};
	int state = ___adjtimex64(&t);

	out->seconds = t.seconds;
	out->microseconds = t.microseconds;
	out->maxerror = (long)t.maxerror;
	out->esterror = (long)t.esterror;
	return state;
}

int __ntp_gettimex64(struct times64 *out)
{
	struct timex64 t = {0};
	int state = ___adjtimex64(&t);

	*out = (struct times64){t.seconds, t.microseconds, (long)t.maxerror, (long)t.esterror, t.tai, {0}};
	return state;
}
