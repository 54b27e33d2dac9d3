/* recipe: gnu_get_libc_version
 * symbols: gnu_get_libc_version gnu_get_libc_release
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: says 2.43, the newest release whose symbols this shim knows
 * spec: Linux man-pages gnu_get_libc_version(3)
 * scope: public
 */
const char *gnu_get_libc_version(void)
{
	return "2.43";
}

const char *gnu_get_libc_release(void)
{
	return "stable";
}
