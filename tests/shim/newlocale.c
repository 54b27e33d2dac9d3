#define _GNU_SOURCE
#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>
struct inside { void *l[13]; const unsigned short *b; const int *lo, *up; const char *names[13]; };
static void look(const char *what, locale_t l)
{
	struct inside *i = (struct inside *)l;
	printf("%s: %x %d %d %d %d ", what, i->b['a'], i->lo['A'], i->up['z'], i->lo[0xc3], i->b[-1]);
	printf("%d %d %g %s ", isalpha_l('x', l) != 0, toupper_l('q', l), strtod_l("1.5", 0, l), nl_langinfo_l(RADIXCHAR, l));
	printf("%d %d\n", strcoll_l("a", "b", l) < 0, iswalpha_l(L'b', l) != 0);
}
int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", 0), u = newlocale(LC_CTYPE_MASK, "C.UTF-8", 0), d, old;
	look("C", c);
	look("UTF-8", u);
	printf("%d\n", iswalpha_l(0xe9, u) != 0);
	printf("%s %s\n", nl_langinfo_l(CODESET, u), ((struct inside *)u)->names[0]);
	d = duplocale(u);
	look("dup", d);
	d = newlocale(LC_NUMERIC_MASK, "POSIX", d);
	look("changed", d);
	old = uselocale(u);
	printf("%d %d\n", old == LC_GLOBAL_LOCALE, MB_CUR_MAX > 1);
	printf("%d\n", uselocale(0) == u);
	printf("%d\n", uselocale(LC_GLOBAL_LOCALE) == u);
	printf("%d\n", MB_CUR_MAX > 1);
	freelocale(c), freelocale(u), freelocale(d);
	d = duplocale(LC_GLOBAL_LOCALE);
	look("global", d);
	freelocale(d);
	old = (locale_t)0;
	for (int i = 0; i < 100; i++)
		old = newlocale(1 << i % 6, i % 2 ? "C" : "C.UTF-8", old);
	look("many", old);
	freelocale(old);
}
