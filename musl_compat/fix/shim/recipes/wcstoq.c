/* recipe: wcstoq
 * symbols: wcstoq wcstouq
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: 4.4BSD strtoq(3), for wide strings
 * scope: public
 */
#include <wchar.h>

long long wcstoq(const wchar_t *restrict s, wchar_t **restrict end, int base)
{
	return wcstoll(s, end, base);
}

unsigned long long wcstouq(const wchar_t *restrict s, wchar_t **restrict end, int base)
{
	return wcstoull(s, end, base);
}
