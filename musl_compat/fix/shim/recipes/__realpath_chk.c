/* recipe: __realpath_chk
 * symbols: __realpath_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __realpath_chk; POSIX.1-2024 realpath()
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <limits.h>
#include <stdlib.h>

char *__realpath_chk(const char *restrict path, char *restrict b, size_t room)
{
	mc_chk(PATH_MAX, room);
	return realpath(path, b);
}
