/* recipe: lfs64_rlimit
 * symbols: getrlimit64 setrlimit64 prlimit64
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.13
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Large File Summit 1.5 transitional interfaces; musl: off_t has 64 bits everywhere
 * scope: public
 */
#define _GNU_SOURCE
#include <sys/resource.h>

/* Macros of older headers. */
#undef getrlimit64
#undef setrlimit64
#undef prlimit64

int getrlimit64(int resource, struct rlimit *out)
{
	return getrlimit(resource, out);
}

int setrlimit64(int resource, const struct rlimit *in)
{
	return setrlimit(resource, in);
}

int prlimit64(pid_t pid, int resource, const struct rlimit *in, struct rlimit *out)
{
	return prlimit(pid, resource, in, out);
}
