/* recipe: __register_atfork
 * symbols: __register_atfork
 * kind: implementation
 * glibc: GLIBC_2.3.2
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: handlers stay when the library that registered them is closed
 * spec: POSIX.1-2024 pthread_atfork(); LSB 5.0 __register_atfork
 * scope: public
 */
#include <pthread.h>

int __register_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void), void *dso)
{
	(void)dso;
	return pthread_atfork(prepare, parent, child);
}
