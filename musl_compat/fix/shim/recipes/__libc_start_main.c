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
	size_t size;
};

/* The main program is the first. */
static int find_program(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct found *f = arg;

	(void)size;
	f->base = info->dlpi_addr;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		if (info->dlpi_phdr[i].p_type == PT_DYNAMIC) {
			f->dynamic = (ElfW(Dyn) *)(f->base + info->dlpi_phdr[i].p_vaddr);
			f->size = info->dlpi_phdr[i].p_memsz;
		}
	}
	return 1;
}

static int protect(const struct found *f, int how)
{
	uintptr_t page = (uintptr_t)getpagesize(), start = (uintptr_t)f->dynamic & ~(page - 1);

	return mprotect((void *)start, (uintptr_t)f->dynamic + f->size - start, how) == 0;
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
	if (!size || !program.array || !protect(f, PROT_READ | PROT_WRITE))
		return;
	program.count = size->d_un.d_val / sizeof(uintptr_t);
	size->d_un.d_val = 0;
	protect(f, PROT_READ);
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
