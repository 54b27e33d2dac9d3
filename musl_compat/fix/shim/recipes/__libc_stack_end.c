/* recipe: __libc_stack_end
 * symbols: __libc_stack_end
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: needs /proc; without it the address is that of the environment's pointers, a little above
 * spec: glibc ld.so; Linux man-pages proc_pid_stat(5), startstack
 * scope: public
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_stack_end;
extern void *own __attribute__((alias("__libc_stack_end"), visibility("hidden")));

/* The stack pointer at the start of the process. The kernel tells it as the 28th field, 26 after the name in parentheses. */
__attribute__((constructor)) static void find(void)
{
	char text[1024];
	FILE *f = fopen("/proc/self/stat", "re");
	size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;
	unsigned long start = 0;
	if (f) fclose(f);
	text[n] = 0;
	char *p = strrchr(text, ')');
	for (int field = 2; p && field < 28; field++) p = strchr(p + 1, ' ');
	if (p) sscanf(p, "%lu", &start);
	/* An executable's copy lies in its RELRO part, as glibc's own does: read-only by now. */
	if (&__libc_stack_end != &own) {
		uintptr_t page = (uintptr_t)&__libc_stack_end & -(uintptr_t)sysconf(_SC_PAGESIZE);
		mprotect((void *)page, (uintptr_t)(&__libc_stack_end + 1) - page, PROT_READ | PROT_WRITE);
	}
	__libc_stack_end = start ? (void *)start : (void *)environ;
}
