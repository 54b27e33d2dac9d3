/* recipe: lfs64_ftw
 * symbols: ftw64 nftw64
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.3.3
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: FTW_ACTIONRETVAL is not known: a result other than 0 ends the walk
 * spec: POSIX.1-2024 nftw(); Linux man-pages ftw(3); the type of an entry is one less for glibc than for
 *   musl
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <ftw.h>

#undef ftw64
#undef nftw64

#define ACTIONRETVAL 16

/* The walk runs in one thread: what its visitor needs is kept for the time of the walk. */
static _Thread_local int (*on_entry)(const char *, const struct stat *, int);
static _Thread_local int (*on_entry_n)(const char *, const struct stat *, int, struct FTW *);

static int visit(const char *path, const struct stat *s, int type)
{
	return on_entry(path, s, type - 1);
}

static int visit_n(const char *path, const struct stat *s, int type, struct FTW *f)
{
	return on_entry_n(path, s, type - 1, f);
}

int ftw64(const char *path, int (*f)(const char *, const struct stat *, int), int depth)
{
	int (*outer)(const char *, const struct stat *, int) = on_entry;
	on_entry = f;
	int result = ftw(path, visit, depth);
	on_entry = outer;
	return result;
}

int nftw64(const char *path, int (*f)(const char *, const struct stat *, int, struct FTW *), int depth, int flags)
{
	int (*outer)(const char *, const struct stat *, int, struct FTW *) = on_entry_n;
	on_entry_n = f;
	int result = nftw(path, visit_n, depth, flags & ~ACTIONRETVAL);
	on_entry_n = outer;
	return result;
}
