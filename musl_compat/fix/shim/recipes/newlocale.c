/* recipe: newlocale
 * symbols: newlocale __newlocale duplocale __duplocale freelocale __freelocale uselocale __uselocale
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.3
 * arch: x86_64 aarch64 riscv64 powerpc64le s390x loongarch64
 * needs: _internal_ctype
 * fidelity: equivalent
 * differs: every locale name is accepted, as musl does; the names of the categories are the one that was asked for
 * spec: POSIX newlocale, duplocale, uselocale; <bits/types/__locale_t.h> of glibc: the tables of <ctype.h> at 104, 112 and 120
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_ctype.h"
#include <errno.h>
#include <locale.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MUSL_CATEGORIES = 6, CATEGORIES = 13 };

/* glibc's struct __locale_struct. What it calls locales[0..5] is all of musl's own: so musl's functions take this one too. */
struct locale {
	const void *locales[CATEGORIES];
	const uint16_t *class;
	const int32_t *lower, *upper;
	const char *names[CATEGORIES];
	locale_t inner; /* musl's */
	char name[32];
};

_Static_assert(offsetof(struct locale, class) == 104 && offsetof(struct locale, upper) == 120, "glibc's layout");

/* Takes inner over. */
static struct locale *fill(struct locale *l, locale_t inner, const char *name)
{
	mc_ctype_fill();
	memset(l, 0, sizeof *l);
	memcpy(l->locales, inner, MUSL_CATEGORIES * sizeof *l->locales);
	l->class = mc_ctype_class + 128;
	l->lower = mc_ctype_lower + 128;
	l->upper = mc_ctype_upper + 128;
	l->inner = inner;
	strncpy(l->name, name, sizeof l->name - 1);
	for (int i = 0; i < CATEGORIES; i++)
		l->names[i] = l->name;
	return l;
}

struct locale *__mc_newlocale(int mask, const char *name, struct locale *base)
{
	locale_t inner = base ? duplocale(base->inner) : (locale_t)0, changed;
	struct locale *l;

	if (base && !inner)
		return 0;
	changed = newlocale(mask, name, inner);
	if (!changed) {
		if (inner)
			freelocale(inner);
		return 0;
	}
	l = base ? base : malloc(sizeof *l);
	if (!l) {
		freelocale(changed);
		errno = ENOMEM;
		return 0;
	}
	if (base)
		freelocale(base->inner);
	return fill(l, changed, *name ? name : "C.UTF-8");
}

struct locale *__mc_duplocale(struct locale *from)
{
	int global = from == (struct locale *)LC_GLOBAL_LOCALE;
	locale_t inner = duplocale(global ? LC_GLOBAL_LOCALE : from->inner);
	struct locale *l = inner ? malloc(sizeof *l) : 0;

	if (!inner)
		return 0;
	if (!l) {
		freelocale(inner);
		return 0;
	}
	return fill(l, inner, global ? "C" : from->name);
}

void __mc_freelocale(struct locale *l)
{
	if (l && l != (struct locale *)LC_GLOBAL_LOCALE) {
		freelocale(l->inner);
		free(l);
	}
}

/* A thread's locale may be this one: musl reads from it what it would find in its own. */
struct locale *__mc_uselocale(struct locale *l)
{
	return (struct locale *)uselocale((locale_t)l);
}

struct locale *__mc___newlocale(int, const char *, struct locale *) __attribute__((alias("__mc_newlocale")));
struct locale *__mc___duplocale(struct locale *) __attribute__((alias("__mc_duplocale")));
void __mc___freelocale(struct locale *) __attribute__((alias("__mc_freelocale")));
struct locale *__mc___uselocale(struct locale *) __attribute__((alias("__mc_uselocale")));
