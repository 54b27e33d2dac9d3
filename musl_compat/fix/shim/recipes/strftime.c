/* recipe: strftime
 * symbols: strftime strftime_l
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.3
 * arch: any
 * needs: _internal_strftime
 * fidelity: equivalent
 * differs: names and formats are those of the C locale
 * spec: strftime(3); glibc manual, "Formatting Calendar Time"
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_strftime.h"

size_t __mc_strftime_l(char *to, size_t size, const char *format, const struct tm *tm, locale_t locale)
{
	return mc_strftime(to, size, format, tm, locale);
}

size_t __mc_strftime(char *to, size_t size, const char *format, const struct tm *tm)
{
	locale_t now = uselocale((locale_t)0), copy;
	size_t n;

	/* The global locale is no object: strftime_l needs one. */
	copy = now == LC_GLOBAL_LOCALE ? duplocale(LC_GLOBAL_LOCALE) : now;
	n = mc_strftime(to, size, format, tm, copy);
	if (copy != now)
		freelocale(copy);
	return n;
}
