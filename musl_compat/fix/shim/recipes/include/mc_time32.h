/* Times as programs of the names without 64 have them on 32-bit machines: in 32 bits, where musl has 64. */
#ifndef MC_TIME32_H
#define MC_TIME32_H
#include <time.h>

/* musl's headers send such a name to a function for 64-bit times; under the name itself it has one for 32 bits. Declares
 * that as mc_old_NAME. On other machines it is the same function. */
#define MC_OLD(name) extern __typeof__(name) mc_old_##name __asm__(#name)

#if _REDIR_TIME64
struct mc_timespec {
	long tv_sec, tv_nsec;
};
#else
#define mc_timespec timespec
#endif

/* The value as musl has it, in ``to``. */
static inline const struct timespec *mc_from_time32(const struct mc_timespec *from, struct timespec *to)
{
	if (!from) return 0;
	to->tv_sec = from->tv_sec;
	to->tv_nsec = from->tv_nsec;
	return to;
}
#endif
