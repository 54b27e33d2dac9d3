/* recipe: __curbrk
 * symbols: __curbrk __sbrk
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: __curbrk follows __sbrk only
 * spec: Linux man-pages sbrk(2); LSB 5.0 does not list them
 * scope: public
 */
#include <errno.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The program break after the last __sbrk; NULL before the first, as in glibc. */
void *__curbrk;

/* musl's sbrk refuses every increment but 0, because its allocator owns the break: a move that the kernel grants and that
 * nobody else undoes is still what the caller asked for. */
void *__sbrk(intptr_t increment)
{
	uintptr_t now = (uintptr_t)syscall(SYS_brk, 0);
	if (!increment) {
		__curbrk = (void *)now;
		return __curbrk;
	}
	uintptr_t wanted = now + (uintptr_t)increment;
	if ((increment > 0) != (wanted > now) || (uintptr_t)syscall(SYS_brk, wanted) != wanted) {
		errno = ENOMEM;
		return (void *)-1;
	}
	__curbrk = (void *)wanted;
	return (void *)now;
}
