/* recipe: __mq_open_2
 * symbols: __mq_open_2
 * kind: wrapper
 * glibc: GLIBC_2.7 GLIBC_2.34
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: POSIX.1-2024 mq_open() without mode and attributes
 * scope: public
 */
#include "include/mc_chk.h"
#include <fcntl.h>
#include <mqueue.h>

mqd_t __mq_open_2(const char *name, int flags)
{
	if (flags & O_CREAT) mc_chk_fail();
	return mq_open(name, flags);
}
