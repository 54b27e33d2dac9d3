/* recipe: dladdr1
 * symbols: dladdr1
 * kind: implementation
 * glibc: GLIBC_2.3.3 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the symbol of RTLD_DL_SYMENT is found by its exact address
 * spec: Linux man-pages dladdr(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <string.h>

enum { SYMENT = 1, LINKMAP = 2 };

/* How many symbols the hash table says there are; 0 when only a GNU hash table is there: then the table is walked. */
static const ElfW(Sym) *symbol_at(const struct link_map *map, const char *name, const void *at)
{
	const ElfW(Sym) *symbols = NULL;
	const char *strings = NULL;
	const uint32_t *gnu = NULL, *sysv = NULL;
	for (const ElfW(Dyn) *d = map->l_ld; d->d_tag != DT_NULL; d++) {
		uintptr_t p = d->d_un.d_ptr;
		if (p < map->l_addr) p += map->l_addr;
		if (d->d_tag == DT_SYMTAB) symbols = (const void *)p;
		if (d->d_tag == DT_STRTAB) strings = (const void *)p;
		if (d->d_tag == DT_GNU_HASH) gnu = (const void *)p;
		if (d->d_tag == DT_HASH) sysv = (const void *)p;
	}
	if (!symbols || !strings || !name) return NULL;
	uint32_t last = sysv ? sysv[1] : 0;
	if (!sysv && gnu) {
		const uint32_t *buckets = gnu + 4 + gnu[2] * (sizeof(ElfW(Addr)) / 4), *chains = buckets + gnu[0];
		for (uint32_t i = 0; i < gnu[0]; i++) last = buckets[i] > last ? buckets[i] : last;
		if (last >= gnu[1])
			while (!(chains[last++ - gnu[1]] & 1)) {}
	}
	for (uint32_t i = 1; i < last; i++)
		if (symbols[i].st_shndx && map->l_addr + symbols[i].st_value == (uintptr_t)at && !strcmp(strings + symbols[i].st_name, name))
			return symbols + i;
	return NULL;
}

int dladdr1(const void *address, Dl_info *info, void **extra, int flags)
{
	int found = dladdr(address, info);
	if (!found || !extra) return found;
	struct link_map *map = dlopen(NULL, RTLD_LAZY | RTLD_NOLOAD);
	while (map && (!map->l_ld || (const void *)map->l_addr != info->dli_fbase)) {
		/* an executable at a fixed address has load offset 0 and its base elsewhere */
		Dl_info its;
		if (map->l_ld && dladdr(map->l_ld, &its) && its.dli_fbase == info->dli_fbase) break;
		map = map->l_next;
	}
	if (flags == LINKMAP) *extra = map;
	if (flags == SYMENT) *(const ElfW(Sym) **)extra = map ? symbol_at(map, info->dli_sname, info->dli_saddr) : NULL;
	return found;
}
