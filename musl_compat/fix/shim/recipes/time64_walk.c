/* recipe: time64_walk
 * symbols: __nftw64_time64 __ftw64_time64
 * kind: wrapper
 * glibc: GLIBC_2.34
 * arch: i386 armhf
 * needs: nftw
 * fidelity: equivalent
 * differs: a walk that is started inside of a walk's function must end before that goes on
 * spec: POSIX.1-2024 nftw(); glibc 2.34 release notes, _TIME_BITS=64
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_stat64.h"
#include <ftw.h>

typedef int nftw_function(const char *, const struct mc_stat64 *, int, struct FTW *);
typedef int ftw_function(const char *, const struct mc_stat64 *, int);

int __mc_nftw(const char *, int (*)(const char *, const struct stat *, int, struct FTW *), int, int);

/* The functions have no argument for what they belong to. */
static _Thread_local nftw_function *with_place;
static _Thread_local ftw_function *without;

static int visit(const char *path, const struct stat *st, int what, struct FTW *place)
{
	struct mc_stat64 converted;

	mc_to_stat64(st, &converted);
	return with_place ? with_place(path, &converted, what, place) : without(path, &converted, what);
}

static int walk(const char *path, nftw_function *one, ftw_function *other, int descriptors, int flags)
{
	nftw_function *outer = with_place;
	ftw_function *outer_without = without;
	int result;

	with_place = one;
	without = other;
	result = __mc_nftw(path, visit, descriptors, flags);
	with_place = outer;
	without = outer_without;
	return result;
}

int __nftw64_time64(const char *path, nftw_function *function, int descriptors, int flags)
{
	return walk(path, function, 0, descriptors, flags);
}

int __ftw64_time64(const char *path, ftw_function *function, int descriptors)
{
	return walk(path, 0, function, descriptors, 0);
}
