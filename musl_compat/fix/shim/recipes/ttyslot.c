/* recipe: ttyslot
 * symbols: ttyslot
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: always 0: there is no utmp to have a place in
 * spec: Linux man-pages ttyslot(3)
 * scope: public
 */
int ttyslot(void)
{
	return 0;
}
