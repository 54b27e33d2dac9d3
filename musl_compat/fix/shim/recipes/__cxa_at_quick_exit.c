/* recipe: __cxa_at_quick_exit
 * symbols: __cxa_at_quick_exit
 * kind: implementation
 * glibc: GLIBC_2.10
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: functions of a closed library still run
 * spec: C11 7.22.4.3; Itanium C++ ABI 3.3.5 for the form of the call
 * scope: public
 */
#include <stdlib.h>

/* The runtime calls f with its argument, which for at_quick_exit is never looked at. */
int __cxa_at_quick_exit(void (*f)(void *), void *dso)
{
	(void)dso;
	return at_quick_exit((void (*)(void))f);
}
