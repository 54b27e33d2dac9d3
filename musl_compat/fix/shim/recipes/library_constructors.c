/* recipe: library_constructors
 * symbols: __gmon_start__
 * kind: implementation
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: without /proc, or when the program has set program_invocation_name, a library sees this name as its only argument
 * spec: gABI chapter 5, "Initialization and Termination Functions"; glibc passes (argc, argv, envp) to each function of
 *   DT_INIT_ARRAY, which Rust's and Go's libraries read; proc(5) on stat for startstack
 * scope: private
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Nearly every library has _init of crti.o, which calls __gmon_start__ when there is one, and which musl's loader calls
 * before it runs the functions of DT_INIT_ARRAY, without arguments. A patched library has the array under these tags,
 * which no loader knows; it is run from here. */
enum { MOVED_ARRAY = 0x6d630019, MOVED_ARRAY_SIZE = 0x6d63001b };

typedef void (*constructor)(int, char **, char **);

struct caller {
	uintptr_t place;
	const uintptr_t *array;
	size_t count;
};

static int holds(const struct dl_phdr_info *info, uintptr_t place)
{
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		if (p->p_type == PT_LOAD && place - (info->dlpi_addr + p->p_vaddr) < p->p_memsz)
			return 1;
	}
	return 0;
}

static int find_array(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct caller *caller = arg;

	(void)size;
	if (!holds(info, caller->place))
		return 0;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		if (info->dlpi_phdr[i].p_type != PT_DYNAMIC)
			continue;
		for (const ElfW(Dyn) *d = (void *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr); d->d_tag != DT_NULL; d++) {
			if (d->d_tag == MOVED_ARRAY)
				caller->array = (const uintptr_t *)(info->dlpi_addr + d->d_un.d_ptr);
			else if (d->d_tag == MOVED_ARRAY_SIZE)
				caller->count = d->d_un.d_val / sizeof(uintptr_t);
		}
	}
	return 1;
}

/* Where the kernel left the stack: the 28th word, the second being a name in brackets that may hold blanks. */
static uintptr_t *first_stack(void)
{
	char text[1024], *at;
	int fd = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);

	if (fd >= 0)
		close(fd);
	text[n > 0 ? n : 0] = '\0';
	at = strrchr(text, ')');
	for (int word = 2; at && word < 28; word++)
		at = strchr(at + 1, ' ');
	return at ? (uintptr_t *)(uintptr_t)strtoull(at + 1, 0, 10) : 0;
}

/* The arguments lie at the first stack, behind their number, and begin with the program's name. A loader that was run as a
 * command has its own arguments there, over which the program's frames have grown: of the pointers to the name the last one
 * is the argument. */
static int find_arguments(char ***argv)
{
	enum { NEAR = 64 }; /* names, environment and auxiliary vector are longer than that */
	static char *only[2];
	uintptr_t *stack = first_stack();
	int argc = 0;

	only[0] = program_invocation_name;
	*argv = only;
	for (int i = 1; stack && i < NEAR; i++)
		if (stack[i] == (uintptr_t)program_invocation_name)
			*argv = (char **)&stack[i];
	while ((*argv)[argc])
		argc++;
	return argc;
}

void __mc___gmon_start__(void)
{
	struct caller caller = {(uintptr_t)__builtin_return_address(0), 0, 0};
	int before = errno, argc;
	char **argv;

	dl_iterate_phdr(find_array, &caller);
	if (!caller.array)
		return;
	argc = find_arguments(&argv);
	errno = before;
	for (size_t i = 0; i < caller.count; i++)
		((constructor)caller.array[i])(argc, argv, environ);
}
