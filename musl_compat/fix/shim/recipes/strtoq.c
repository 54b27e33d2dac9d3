/* recipe: strtoq
 * symbols: strtoq strtouq
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages strtoll(3); 4.4BSD strtoq(3)
 * scope: public
 */
#include <stdlib.h>

long long strtoq(const char *restrict s, char **restrict end, int base)
{
	return strtoll(s, end, base);
}

unsigned long long strtouq(const char *restrict s, char **restrict end, int base)
{
	return strtoull(s, end, base);
}
