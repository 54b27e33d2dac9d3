/* Placeholders that cannot do what glibc does say so, once for each name, when MUSL_SHIM_LOUD is set in the environment. */
#ifndef MC_LOUD_H
#define MC_LOUD_H
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef MC_LOUD_DEFAULT
#define MC_LOUD_DEFAULT 0
#endif

static inline void mc_loud(int *said, const char *name, const char *what)
{
	static const char head[] = "glibc shim: ";
	if (*said || !(MC_LOUD_DEFAULT || getenv("MUSL_SHIM_LOUD"))) return;
	*said = 1;
	if (write(2, head, sizeof head - 1) < 0 || write(2, name, strlen(name)) < 0) return;
	if (write(2, what, strlen(what)) < 0) return;
}

#define MC_LOUD(what) \
	do { \
		static int said_; \
		mc_loud(&said_, __func__, ": " what "\n"); \
	} while (0)
#endif
