/* recipe: cfree
 * symbols: cfree
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: SunOS cfree(3); glibc 2.25 and older
 * scope: public
 */
#include <stdlib.h>

void cfree(void *p)
{
	free(p);
}
