/* recipe: fcntl64
 * symbols: fcntl64 __fcntl
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.28
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX.1-2024 fcntl()
 * scope: public
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>

#undef fcntl64

/* Every command takes at most one argument that a pointer can hold. */
int fcntl64(int fd, int command, ...)
{
	va_list ap;
	va_start(ap, command);
	void *argument = va_arg(ap, void *);
	va_end(ap);
	return fcntl(fd, command, argument);
}

int __fcntl(int fd, int command, ...)
{
	va_list ap;
	va_start(ap, command);
	void *argument = va_arg(ap, void *);
	va_end(ap);
	return fcntl(fd, command, argument);
}
