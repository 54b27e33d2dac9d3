/* recipe: getpt
 * symbols: getpt
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages getpt(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>

int getpt(void)
{
	return posix_openpt(O_RDWR);
}
