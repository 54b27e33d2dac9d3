/* recipe: __getdomainname_chk
 * symbols: __getdomainname_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise getdomainname(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <unistd.h>

int __getdomainname_chk(char *b, size_t n, size_t room)
{
	mc_chk(n, room);
	return getdomainname(b, n);
}
