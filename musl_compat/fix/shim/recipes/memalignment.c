/* recipe: memalignment
 * symbols: memalignment
 * kind: implementation
 * glibc: GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.24.2.1
 * scope: public
 */
#include <stddef.h>
#include <stdint.h>

size_t memalignment(const void *p)
{
	uintptr_t at = (uintptr_t)p;
	return (size_t)(at & -at);
}
