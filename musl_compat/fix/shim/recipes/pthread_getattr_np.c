/* recipe: pthread_getattr_np
 * symbols: pthread_getattr_np
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.32
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the end of the main stack is the end of its mapping
 * spec: pthread_getattr_np(3): the size of the main thread's stack is the limit RLIMIT_STACK, not what is mapped now
 * scope: private
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

/* The mapping that holds an address: its end, and the end of the one below. */
static int find_stack(uintptr_t address, uintptr_t *end, uintptr_t *below)
{
	unsigned long from, to;
	FILE *f = fopen("/proc/self/maps", "re");
	char line[512];
	int found = 0;

	*below = 0;
	if (!f)
		return 0;
	while (!found && fgets(line, sizeof line, f)) {
		if (sscanf(line, "%lx-%lx", &from, &to) != 2)
			continue;
		if (address >= from && address < to) {
			*end = to;
			found = 1;
		} else if (to <= address) {
			*below = to;
		}
	}
	fclose(f);
	return found;
}

/* The kernel put the program's name at the top of the main stack; other stacks are mappings of their own. */
static int is_main_stack(uintptr_t low, uintptr_t end)
{
	uintptr_t name = getauxval(AT_EXECFN);

	return name >= low && name < end;
}

int __mc_pthread_getattr_np(pthread_t thread, pthread_attr_t *attr)
{
	int error = pthread_getattr_np(thread, attr);
	uintptr_t end, below, page = (uintptr_t)getpagesize(), size;
	struct rlimit limit;
	size_t now;
	void *low;

	if (error || pthread_attr_getstack(attr, &low, &now) || getrlimit(RLIMIT_STACK, &limit))
		return error;
	if (!find_stack((uintptr_t)low + now - 1, &end, &below) || !is_main_stack((uintptr_t)low, end))
		return 0;
	size = limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > end - below ? end - below : (uintptr_t)limit.rlim_cur;
	size &= ~(page - 1);
	return pthread_attr_setstack(attr, (void *)(end - size), size);
}
