/* recipe: backtrace
 * symbols: backtrace backtrace_symbols backtrace_symbols_fd __backtrace __backtrace_symbols __backtrace_symbols_fd
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: gives 0 frames when no unwinder (libgcc_s.so.1) can be loaded, and for functions of objects without unwind tables
 * spec: glibc manual, "Backtraces"; Itanium C++ ABI, Exception Handling, 1.6 (_Unwind_Backtrace)
 * scope: public
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct context;
typedef int (*tracer)(struct context *, void *);

static struct unwinder {
	int (*backtrace)(int (*)(struct context *, void *), void *);
	uintptr_t (*ip)(struct context *);
} unwinder;

struct trace {
	void **frames;
	int count, size;
};

/* By name at run time: a program without C++ need not have an unwinder, and the shim must load without one. */
static int find_unwinder(void)
{
	void *h;

	if (unwinder.ip)
		return 1;
	h = RTLD_DEFAULT;
	if (!dlsym(h, "_Unwind_Backtrace") && !(h = dlopen("libgcc_s.so.1", RTLD_NOW)))
		return 0;
	*(void **)&unwinder.backtrace = dlsym(h, "_Unwind_Backtrace");
	*(void **)&unwinder.ip = dlsym(h, "_Unwind_GetIP");
	return unwinder.backtrace && unwinder.ip;
}

static int add_frame(struct context *context, void *arg)
{
	struct trace *t = arg;
	void *ip = (void *)unwinder.ip(context);

	if (t->count >= 0) /* the first frame is backtrace itself */
		t->frames[t->count] = ip;
	/* The outermost frame has no return address on some machines. */
	if (++t->count > 0 && !ip) {
		t->count--;
		return 5; /* _URC_END_OF_STACK */
	}
	return t->count == t->size ? 5 : 0;
}

__attribute__((noinline)) int backtrace(void **frames, int size)
{
	struct trace t = {frames, -1, size};

	if (size <= 0 || !find_unwinder())
		return 0;
	unwinder.backtrace(add_frame, &t);
	return t.count < 0 ? 0 : t.count;
}

/* "object(symbol+0xoffset) [0xaddress]", as the manual shows it. */
static int describe(char *to, size_t size, void *frame)
{
	Dl_info info;
	const char *object;

	if (!dladdr(frame, &info) || !info.dli_fname || !*info.dli_fname)
		return snprintf(to, size, "[%p]", frame);
	object = info.dli_fname;
	if (info.dli_sname && info.dli_saddr) {
		int before = (uintptr_t)frame < (uintptr_t)info.dli_saddr;
		uintptr_t offset = before ? (uintptr_t)info.dli_saddr - (uintptr_t)frame : (uintptr_t)frame - (uintptr_t)info.dli_saddr;
		return snprintf(to, size, "%s(%s%c0x%lx) [%p]", object, info.dli_sname, before ? '-' : '+',
				(unsigned long)offset, frame);
	}
	return snprintf(to, size, "%s(+0x%lx) [%p]", object,
			(unsigned long)((uintptr_t)frame - (uintptr_t)info.dli_fbase), frame);
}

/* One block: the pointers, then the strings. */
char **backtrace_symbols(void *const *frames, int size)
{
	size_t total = (size_t)size * sizeof(char *), used = total;
	char **names;

	for (int i = 0; i < size; i++)
		total += (size_t)describe(0, 0, frames[i]) + 1;
	if (!(names = malloc(total ? total : 1)))
		return 0;
	for (int i = 0; i < size; i++) {
		names[i] = (char *)names + used;
		used += (size_t)describe(names[i], total - used, frames[i]) + 1;
	}
	return names;
}

void backtrace_symbols_fd(void *const *frames, int size, int fd)
{
	char line[1024];

	for (int i = 0; i < size; i++) {
		int length = describe(line, sizeof line - 1, frames[i]);
		if (length > (int)sizeof line - 2)
			length = sizeof line - 2;
		line[length++] = '\n';
		for (int done = 0; done < length;) {
			ssize_t n = write(fd, line + done, (size_t)(length - done));
			if (n < 0)
				return;
			done += (int)n;
		}
	}
}

int __backtrace(void **, int) __attribute__((alias("backtrace")));
char **__backtrace_symbols(void *const *, int) __attribute__((alias("backtrace_symbols")));
void __backtrace_symbols_fd(void *const *, int, int) __attribute__((alias("backtrace_symbols_fd")));
