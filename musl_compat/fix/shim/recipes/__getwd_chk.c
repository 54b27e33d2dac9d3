/* recipe: __getwd_chk
 * symbols: __getwd_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __getwd_chk
 * scope: public
 */
#include "include/mc_chk.h"
#include <errno.h>
#include <string.h>
#include <limits.h>
#include <unistd.h>

char *__getwd_chk(char *b, size_t room)
{
	char path[PATH_MAX];
	if (!getcwd(path, sizeof path)) {
		strncpy(b, strerror(errno), room < 1024 ? room : 1024);
		return NULL;
	}
	size_t n = strlen(path) + 1;
	mc_chk(n, room);
	return memcpy(b, path, n);
}
