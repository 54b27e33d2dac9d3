/* recipe: __strftime_l
 * symbols: __strftime_l
 * kind: implementation
 * glibc: GLIBC_2.3
 * arch: any
 * needs: _internal_strftime
 * fidelity: equivalent
 * differs: names and formats are those of the C locale
 * spec: POSIX strftime_l, under the name that libstdc++ uses; glibc manual, "Formatting Calendar Time"
 * scope: public
 */
#include "include/mc_strftime.h"

size_t __strftime_l(char *to, size_t size, const char *format, const struct tm *tm, locale_t locale);

size_t __strftime_l(char *to, size_t size, const char *format, const struct tm *tm, locale_t locale)
{
	return mc_strftime(to, size, format, tm, locale);
}
