/* recipe: strtoq_internal
 * symbols: __strtoq_internal __strtouq_internal
 * kind: alias
 * glibc: GLIBC_2.0
 * arch: i386
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: <stdlib.h> of glibc before 2.2, whose inline functions call them; grouping, the last argument, is always 0 there
 * scope: public
 */
#include <stdlib.h>

long long __strtoq_internal(const char *restrict s, char **restrict end, int base, int group)
{
	return strtoll(s, end, base);
}

unsigned long long __strtouq_internal(const char *restrict s, char **restrict end, int base, int group)
{
	return strtoull(s, end, base);
}
