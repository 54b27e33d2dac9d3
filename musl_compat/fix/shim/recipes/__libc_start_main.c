/* recipe: __libc_start_main
 * symbols: __libc_start_main
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: constructors of libraries still get no arguments; DT_PREINIT_ARRAY runs after them
 * spec: LSB 5.0 __libc_start_main; gABI chapter 5, "Initialization and Termination Functions"; glibc passes (argc, argv, envp)
 *   to each
 * scope: private
 */
#define _GNU_SOURCE
#include <elf.h>
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

typedef int (*main_function)(int, char **, char **);
typedef void (*constructor)(int, char **, char **);

int __libc_start_main(main_function, int, char **, void (*)(void), void (*)(void), void (*)(void));

static struct {
	main_function run;
	constructor init;
	const uintptr_t *preinit, *array;
	size_t preinit_count, count;
} program;

struct found {
	uintptr_t base;
	ElfW(Dyn) *dynamic;
	const ElfW(Phdr) *headers;
	int count;
};

/* The main program is the first. */
static int find_program(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct found *f = arg;

	(void)size;
	f->base = info->dlpi_addr;
	f->headers = info->dlpi_phdr;
	f->count = info->dlpi_phnum;
	for (int i = 0; i < f->count; i++)
		if (f->headers[i].p_type == PT_DYNAMIC)
			f->dynamic = (ElfW(Dyn) *)(f->base + f->headers[i].p_vaddr);
	return 1;
}

/* How the page with a word of the program is protected now: as its segment says, but read-only in PT_GNU_RELRO, both ends of
 * which musl rounds down. */
static int protection(const struct found *f, uintptr_t address, uintptr_t page)
{
	int now = 0;

	for (int i = 0; i < f->count; i++) {
		const ElfW(Phdr) *h = &f->headers[i];
		uintptr_t start = f->base + h->p_vaddr, end = start + h->p_memsz;

		if (h->p_type == PT_LOAD && address >= start && address < end)
			now = (h->p_flags & PF_R ? PROT_READ : 0) | (h->p_flags & PF_W ? PROT_WRITE : 0) | (h->p_flags & PF_X ? PROT_EXEC : 0);
	}
	for (int i = 0; i < f->count; i++) {
		const ElfW(Phdr) *h = &f->headers[i];
		uintptr_t start = f->base + h->p_vaddr, end = start + h->p_memsz;

		if (h->p_type == PT_GNU_RELRO && address >= (start & -page) && address < (end & -page))
			now = PROT_READ;
	}
	return now;
}

/* Other data of the program may share the page, so it gets back what it had. */
static int put_zero(const struct found *f, ElfW(Dyn) *entry)
{
	uintptr_t page = (uintptr_t)getpagesize(), at = (uintptr_t)&entry->d_un.d_val;
	int now = protection(f, at, page);
	void *start = (void *)(at & -page);

	if (!(now & PROT_WRITE) && mprotect(start, page, PROT_READ | PROT_WRITE))
		return 0;
	entry->d_un.d_val = 0;
	if (!(now & PROT_WRITE))
		mprotect(start, page, now);
	return 1;
}

/* musl reads the sizes of the arrays from the program's dynamic section when it runs the constructors: with 0 there it
 * leaves them to us. Nothing is taken when the section cannot be written. */
static void take_arrays(const struct found *f)
{
	ElfW(Dyn) *size = 0;

	for (ElfW(Dyn) *d = f->dynamic; d->d_tag != DT_NULL; d++) {
		switch (d->d_tag) {
		case DT_INIT_ARRAY:
			program.array = (const uintptr_t *)(f->base + d->d_un.d_ptr);
			break;
		case DT_INIT_ARRAYSZ:
			size = d;
			break;
		case DT_PREINIT_ARRAY:
			program.preinit = (const uintptr_t *)(f->base + d->d_un.d_ptr);
			break;
		case DT_PREINIT_ARRAYSZ:
			program.preinit_count = d->d_un.d_val / sizeof(uintptr_t);
			break;
		}
	}
	if (!size || !program.array)
		return;
	size_t count = size->d_un.d_val / sizeof(uintptr_t);
	if (put_zero(f, size))
		program.count = count;
}

static int run(int argc, char **argv, char **envp)
{
	/* Programs linked before glibc 2.34 bring a function that runs the arrays. */
	if (program.init && program.count) {
		program.init(argc, argv, envp);
	} else {
		for (size_t i = 0; i < program.preinit_count; i++)
			((constructor)program.preinit[i])(argc, argv, envp);
		for (size_t i = 0; i < program.count; i++)
			((constructor)program.array[i])(argc, argv, envp);
	}
	return program.run(argc, argv, envp);
}

int __mc___libc_start_main(main_function main, int argc, char **argv, constructor init, void (*fini)(void), void (*rtld_fini)(void))
{
	struct found f = {0};

	program.run = main;
	program.init = init;
	dl_iterate_phdr(find_program, &f);
	if (f.dynamic)
		take_arrays(&f);
	return __libc_start_main(run, argc, argv, 0, fini, rtld_fini);
}
