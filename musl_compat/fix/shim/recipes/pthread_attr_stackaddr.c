/* recipe: pthread_attr_stackaddr
 * symbols: pthread_attr_getstackaddr pthread_attr_setstackaddr
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the address is the end of a stack whose size must have been set before
 * spec: POSIX.1-2001 pthread_attr_setstackaddr()
 * scope: public
 */
#include <errno.h>
#include <pthread.h>

/* musl keeps the end of a given stack and its size: stackaddr is that end on machines whose stacks grow down. */
int pthread_attr_setstackaddr(pthread_attr_t *attr, void *end)
{
	size_t size;
	int error = pthread_attr_getstacksize(attr, &size);
	return error ? error : pthread_attr_setstack(attr, (char *)end - size, size);
}

int pthread_attr_getstackaddr(const pthread_attr_t *restrict attr, void **restrict end)
{
	void *start;
	size_t size;
	int error = pthread_attr_getstack(attr, &start, &size);
	if (!error) *end = (char *)start + size;
	return error;
}
