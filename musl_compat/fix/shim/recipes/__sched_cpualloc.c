/* recipe: __sched_cpualloc
 * symbols: __sched_cpualloc __sched_cpufree
 * kind: implementation
 * glibc: GLIBC_2.7
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages CPU_ALLOC(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <sched.h>
#include <stdlib.h>

cpu_set_t *__sched_cpualloc(size_t count)
{
	return malloc(CPU_ALLOC_SIZE(count));
}

void __sched_cpufree(cpu_set_t *set)
{
	free(set);
}
