/* recipe: lfs64_stdio
 * symbols: fopen64 freopen64 tmpfile64 fseeko64 ftello64 fgetpos64 fsetpos64 mkstemp64 mkstemps64 mkostemp64
 *   mkostemps64
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.7 GLIBC_2.11
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Large File Summit 1.5 transitional interfaces; musl: off_t has 64 bits everywhere
 * scope: public
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

/* Macros of older headers. */
#undef fopen64
#undef freopen64
#undef tmpfile64
#undef fseeko64
#undef ftello64
#undef fgetpos64
#undef fsetpos64
#undef mkstemp64
#undef mkstemps64
#undef mkostemp64
#undef mkostemps64

FILE *fopen64(const char *restrict path, const char *restrict mode)
{
	return fopen(path, mode);
}

FILE *freopen64(const char *restrict path, const char *restrict mode, FILE *restrict f)
{
	return freopen(path, mode, f);
}

FILE *tmpfile64(void)
{
	return tmpfile();
}

int fseeko64(FILE *f, off_t at, int whence)
{
	return fseeko(f, at, whence);
}

off_t ftello64(FILE *f)
{
	return ftello(f);
}

int fgetpos64(FILE *restrict f, fpos_t *restrict at)
{
	return fgetpos(f, at);
}

int fsetpos64(FILE *f, const fpos_t *at)
{
	return fsetpos(f, at);
}

int mkstemp64(char *name)
{
	return mkstemp(name);
}

int mkstemps64(char *name, int suffix)
{
	return mkstemps(name, suffix);
}

int mkostemp64(char *name, int flags)
{
	return mkostemp(name, flags);
}

int mkostemps64(char *name, int suffix, int flags)
{
	return mkostemps(name, suffix, flags);
}
