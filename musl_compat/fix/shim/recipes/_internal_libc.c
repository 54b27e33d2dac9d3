/* recipe: _internal_libc
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: musl ldso/dynlink.c: a name that begins with "libc." is libc itself; dlsym on its handle sees only
 *   libc
 * scope: public
 */
#include "include/mc_libc.h"
#include <dlfcn.h>
#include <stdlib.h>

void *mc_libc(const char *name)
{
	static void *handle;
	void *libc = __atomic_load_n(&handle, __ATOMIC_ACQUIRE);
	if (!libc) {
		libc = dlopen("libc.so", RTLD_LAZY | RTLD_NOLOAD);
		__atomic_store_n(&handle, libc, __ATOMIC_RELEASE);
	}
	void *at = libc ? dlsym(libc, name) : NULL;
	if (!at) abort();
	return at;
}
