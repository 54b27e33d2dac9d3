/* Number parsing as glibc reports it: no digits at all is not an error, where musl sets EINVAL. */
#ifndef MC_NUMBER_H
#define MC_NUMBER_H
#include <errno.h>

#define MC_NUMBER(type, function, s, end, base) \
	(__extension__({ \
		int errno_ = errno; \
		type value_ = function(s, end, base); \
		if (errno == EINVAL && (base) != 1 && (base) >= 0 && (base) <= 36) errno = errno_; \
		value_; \
	}))
#endif
