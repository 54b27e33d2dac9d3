/* recipe: process_madvise
 * symbols: process_madvise
 * kind: wrapper
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages process_madvise(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_process_madvise
#define SYS_process_madvise 440
#endif

ssize_t process_madvise(int pidfd, const void *vec, size_t n, int advice, unsigned flags)
{
	return (ssize_t)syscall(SYS_process_madvise, pidfd, vec, n, advice, flags);
}
