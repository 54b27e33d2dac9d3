/* recipe: _dl_find_object
 * symbols: _dl_find_object
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64 aarch64 riscv64 powerpc64le s390x loongarch64 i386
 * needs: -
 * fidelity: equivalent
 * differs: takes the loader's lock for the time of the walk; glibc's takes none
 * spec: glibc manual, "Dynamic Linker Introspection" (_dl_find_object); gABI chapter 5 (program header)
 * scope: public
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stddef.h>
#include <stdint.h>

/* The layout of struct dl_find_object (glibc manual). i386 alone has the data base and two counted words more. */
struct found {
	unsigned long long flags;
	void *map_start;
	void *map_end;
	struct link_map *map;
	void *eh_frame;
#ifdef __i386__
	void *eh_dbase;
	uintptr_t reserved_word;
#endif
	unsigned long long reserved[7];
};

struct query {
	uintptr_t pc;
	struct found found;
	const void *dynamic;
	int hit;
};

static int holds(const struct dl_phdr_info *info, uintptr_t pc)
{
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		if (p->p_type == PT_LOAD && pc - (info->dlpi_addr + p->p_vaddr) < p->p_memsz)
			return 1;
	}
	return 0;
}

static int visit(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct query *q = arg;
	uintptr_t low = UINTPTR_MAX, high = 0;

	(void)size;
	if (!holds(info, q->pc))
		return 0;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		uintptr_t start = info->dlpi_addr + p->p_vaddr;
		switch (p->p_type) {
		case PT_LOAD:
			if (start < low)
				low = start;
			if (start + p->p_memsz > high)
				high = start + p->p_memsz;
			break;
		case PT_GNU_EH_FRAME:
			q->found.eh_frame = (void *)start;
			break;
		case PT_DYNAMIC:
			q->dynamic = (const void *)start;
			break;
		}
	}
	q->found.map_start = (void *)low;
	q->found.map_end = (void *)high;
	q->hit = 1;
	return 1;
}

/* The link map is known by its dynamic section: the only address that both the phdr walk and the list hold. */
static struct link_map *map_of(const void *dynamic)
{
	struct link_map *map = 0;
	void *main_program = dlopen(0, RTLD_NOW | RTLD_NOLOAD);

	if (!main_program || dlinfo(main_program, RTLD_DI_LINKMAP, &map))
		return 0;
	while (map && (const void *)map->l_ld != dynamic)
		map = map->l_next;
	return map;
}

int _dl_find_object(void *pc, void *result)
{
	struct query q = {.pc = (uintptr_t)pc};

	/* The unwinder gives up on -1 and glibc answers -1 for an object without unwind tables it knows nothing of. */
	dl_iterate_phdr(visit, &q);
	if (!q.hit || !q.found.eh_frame)
		return -1;
	q.found.map = map_of(q.dynamic);
	*(struct found *)result = q.found;
	return 0;
}
