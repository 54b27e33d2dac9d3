/* recipe: old_integers
 * symbols: uabs ulabs ullabs uimaxabs umaxabs
 * kind: implementation
 * glibc: GLIBC_2.42 GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C2y 7.24.6 uabs and the like; glibc 2.42 release notes
 * scope: public
 */
#include <stdint.h>

unsigned uabs(int n)
{
	return n < 0 ? -(unsigned)n : (unsigned)n;
}

unsigned long ulabs(long n)
{
	return n < 0 ? -(unsigned long)n : (unsigned long)n;
}

unsigned long long ullabs(long long n)
{
	return n < 0 ? -(unsigned long long)n : (unsigned long long)n;
}

uintmax_t uimaxabs(intmax_t n)
{
	return n < 0 ? -(uintmax_t)n : (uintmax_t)n;
}

uintmax_t umaxabs(intmax_t n)
{
	return uimaxabs(n);
}
