/* recipe: _r_debug
 * symbols: _r_debug
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: r_brk is not the function that the loader calls, and r_state is always consistent; the list of objects is the real
 *   one
 * spec: SVR4 debugger interface, struct r_debug of <link.h>; glibc manual has no page on it
 * scope: public
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>

struct r_debug _r_debug;

static void changed(void)
{
}

__attribute__((constructor(101))) static void fill(void)
{
	void *program = dlopen(0, RTLD_NOW);
	struct link_map *map = 0;

	if (!program || dlinfo(program, RTLD_DI_LINKMAP, &map))
		return;
	_r_debug.r_version = 1;
	_r_debug.r_map = map;
	_r_debug.r_brk = (ElfW(Addr))changed;
}
