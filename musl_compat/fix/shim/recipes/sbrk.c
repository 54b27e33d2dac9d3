/* recipe: sbrk
 * symbols: sbrk brk
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: musl's allocator may use memory below the break for itself; the break is moved all the same
 * spec: sbrk(2)
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

static uintptr_t current;

static int move(uintptr_t wanted)
{
	current = (uintptr_t)syscall(SYS_brk, wanted);
	if (current >= wanted)
		return 0;
	errno = ENOMEM;
	return -1;
}

int __mc_brk(void *end)
{
	return move((uintptr_t)end);
}

void *__mc_sbrk(intptr_t increment)
{
	uintptr_t before;

	/* Others may have moved it: ask. */
	current = (uintptr_t)syscall(SYS_brk, 0);
	before = current;
	if (increment > 0 ? before + (uintptr_t)increment < before : before < (uintptr_t)-increment) {
		errno = ENOMEM;
		return (void *)-1;
	}
	return increment && move(before + (uintptr_t)increment) ? (void *)-1 : (void *)before;
}
