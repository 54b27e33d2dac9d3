/* recipe: utmp
 * symbols: setutent setutxent getutent getutxent endutent endutxent getutid getutxid getutline getutxline pututline pututxline
 *   utmpname utmpxname updwtmp updwtmpx
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_utmp
 * fidelity: equivalent
 * differs: a search for a process without an id goes by its terminal
 * spec: getutent(3), updwtmp(3), utmp(5); musl has functions that do nothing, and another structure
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_utmp.h"
#include <stddef.h>

static struct mc_utmp current;

static struct mc_utmp *given(int error)
{
	return error ? NULL : &current;
}

void __mc_setutent(void)
{
	mc_utmp_rewind();
}

void __mc_endutent(void)
{
	mc_utmp_close();
}

struct mc_utmp *__mc_getutent(void)
{
	return given(mc_utmp_next(&current));
}

struct mc_utmp *__mc_getutid(const struct mc_utmp *like)
{
	return given(mc_utmp_find(like, 0, &current));
}

struct mc_utmp *__mc_getutline(const struct mc_utmp *like)
{
	return given(mc_utmp_find(like, 1, &current));
}

struct mc_utmp *__mc_pututline(const struct mc_utmp *record)
{
	return mc_utmp_put(record) ? NULL : (struct mc_utmp *)record;
}

int __mc_utmpname(const char *file)
{
	return mc_utmp_name(file);
}

void __mc_updwtmp(const char *file, const struct mc_utmp *record)
{
	mc_wtmp_add(file, record);
}

/* The functions of POSIX are the same, and glibc's structures are. */
void __mc_setutxent(void) __attribute__((alias("__mc_setutent")));
void __mc_endutxent(void) __attribute__((alias("__mc_endutent")));
struct mc_utmp *__mc_getutxent(void) __attribute__((alias("__mc_getutent")));
struct mc_utmp *__mc_getutxid(const struct mc_utmp *) __attribute__((alias("__mc_getutid")));
struct mc_utmp *__mc_getutxline(const struct mc_utmp *) __attribute__((alias("__mc_getutline")));
struct mc_utmp *__mc_pututxline(const struct mc_utmp *) __attribute__((alias("__mc_pututline")));
int __mc_utmpxname(const char *) __attribute__((alias("__mc_utmpname")));
void __mc_updwtmpx(const char *, const struct mc_utmp *) __attribute__((alias("__mc_updwtmp")));
