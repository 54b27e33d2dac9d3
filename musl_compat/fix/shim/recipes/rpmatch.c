/* recipe: rpmatch
 * symbols: rpmatch
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: knows the answers of the locale's nl_langinfo only where musl has them (English)
 * spec: Linux man-pages rpmatch(3)
 * scope: public
 */
int rpmatch(const char *answer)
{
	if (*answer == 'y' || *answer == 'Y') return 1;
	return *answer == 'n' || *answer == 'N' ? 0 : -1;
}
