/* recipe: sysconf
 * symbols: sysconf
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: cache sizes come from /sys and are 0 without it; limits that musl enforces itself are musl's
 * spec: sysconf(3); glibc <bits/confname.h> for the numbers
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

enum { LEVEL1_ICACHE_SIZE = 185, LEVEL4_CACHE_LINESIZE = 199, MIN_SIGSTACK = 249, SIGSTACK = 250 };

/* The constants of <bits/sigstack.h> and <bits/pthread_stack_min.h>, which the vectors' registers make larger on Arm. */
#ifdef __aarch64__
enum { LEAST_SIGSTACK = 5120, LEAST_STACK = 131072 };
#else
enum { LEAST_SIGSTACK = 2048, LEAST_STACK = 16384 };
#endif

static long read_cache(int index, const char *what)
{
	char path[100], unit = '\0';
	long value = 0;
	FILE *f;

	snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu0/cache/index%d/%s", index, what);
	f = fopen(path, "re");
	if (!f)
		return 0;
	if (fscanf(f, "%ld%c", &value, &unit) < 1)
		value = 0;
	fclose(f);
	return unit == 'K' ? value * 1024 : unit == 'M' ? value * 1024 * 1024 : value;
}

/* Names come in threes: size, ways, line; for the first instruction and data cache and the second, third and fourth. */
static long cache(int name)
{
	static const char *const what[] = {"size", "ways_of_associativity", "coherency_line_size"};
	int which = (name - LEVEL1_ICACHE_SIZE) / 3;
	long level = which < 2 ? 1 : which;
	char path[100], type[20];

	for (int index = 0; index < 8; index++) {
		FILE *f;
		int match;
		snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu0/cache/index%d/type", index);
		f = fopen(path, "re");
		if (!f)
			break;
		match = fscanf(f, "%19s", type) == 1 && read_cache(index, "level") == level &&
			(level > 1 || (*type == 'I') == (which == 0));
		fclose(f);
		if (match)
			return read_cache(index, what[(name - LEVEL1_ICACHE_SIZE) % 3]);
	}
	return 0;
}

static long argument_room(void)
{
	struct rlimit r;

	return getrlimit(RLIMIT_STACK, &r) || r.rlim_cur / 4 < 131072 ? 131072 : (long)(r.rlim_cur / 4);
}

static long signal_stack(int name)
{
	unsigned long least = getauxval(51); /* AT_MINSIGSTKSZ */

	if (least < LEAST_SIGSTACK)
		least = LEAST_SIGSTACK;
	if (name == MIN_SIGSTACK)
		return (long)least;
	return (long)(least * 4 < 8192 ? 8192 : least * 4);
}

long __mc_sysconf(int name)
{
	if (name >= LEVEL1_ICACHE_SIZE && name <= LEVEL4_CACHE_LINESIZE)
		return cache(name);
	switch (name) {
	case _SC_ARG_MAX:
		return argument_room();
	case _SC_GETPW_R_SIZE_MAX:
	case _SC_GETGR_R_SIZE_MAX:
		return 1024;
	case _SC_NGROUPS_MAX:
		return 65536;
	case _SC_STREAM_MAX:
		return 16;
	case _SC_RTSIG_MAX:
		return 32;
	case _SC_HOST_NAME_MAX:
		return 64;
	case _SC_SYMLOOP_MAX:
		return -1;
	case _SC_THREAD_STACK_MIN:
		return LEAST_STACK;
	case MIN_SIGSTACK:
	case SIGSTACK:
		return signal_stack(name);
	}
	return sysconf(name);
}
