/* recipe: matherr
 * symbols: matherr _LIB_VERSION
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: never called, as in glibc since 2.27; _LIB_VERSION is POSIX (2) and changes nothing
 * spec: glibc 2.26 manual "Math Error Reporting"; SVID matherr
 * scope: public
 */
int _LIB_VERSION = 2;

int matherr(void *exception)
{
	(void)exception;
	return 0;
}
