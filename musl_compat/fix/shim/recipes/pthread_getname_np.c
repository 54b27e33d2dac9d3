/* recipe: pthread_getname_np
 * symbols: pthread_getname_np
 * kind: wrapper
 * glibc: GLIBC_2.12 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pthread_getname_np(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int pthread_getname_np(pthread_t thread, char *name, size_t n)
{
	if (n < 16) return ERANGE;
	if (pthread_equal(thread, pthread_self())) return prctl(PR_GET_NAME, (unsigned long)name, 0UL, 0UL, 0UL) ? errno : 0;
	/* musl keeps the kernel's id of a thread to itself; 1.2.3 and later have the function */
	return ENOSYS;
}
