/* recipe: __sigaction
 * symbols: __sigaction
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX.1-2024 sigaction; dlsym(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>

typedef int sigaction_of_libc(int, const struct sigaction *, struct sigaction *);

/* A program that has a sigaction of its own asks for this name to reach the libc's: a plain call would come back to it.
 * RTLD_NEXT would not do, as the libc may stand before the shim; musl takes this name for itself, without a file. */
static sigaction_of_libc *libcs(void)
{
	void *libc = dlopen("libc.so", RTLD_LAZY | RTLD_NOLOAD);
	void *found = libc ? dlsym(libc, "sigaction") : 0;

	return found ? (sigaction_of_libc *)found : sigaction;
}

int __sigaction(int signal, const struct sigaction *restrict in, struct sigaction *restrict out)
{
	static sigaction_of_libc *kept;
	sigaction_of_libc *next = __atomic_load_n(&kept, __ATOMIC_RELAXED);

	if (!next) {
		next = libcs();
		__atomic_store_n(&kept, next, __ATOMIC_RELAXED);
	}
	return next(signal, in, out);
}
