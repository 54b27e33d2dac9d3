/* recipe: __getgroups_chk
 * symbols: __getgroups_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: POSIX.1-2024 getgroups(); room counts bytes
 * scope: public
 */
#include "include/mc_chk.h"
#include <errno.h>
#include <unistd.h>

int __getgroups_chk(int n, gid_t *list, size_t room)
{
	if (n < 0) {
		errno = EINVAL;
		return -1;
	}
	mc_chk((size_t)n * sizeof *list, room);
	return getgroups(n, list);
}
