#include "shimtest.h"
#include <dlfcn.h>
#include <link.h>

int main(void)
{
	Dl_info info;
	struct link_map *map = NULL;
	const ElfW(Sym) *symbol = NULL;
	void *at = dlsym(RTLD_DEFAULT, "puts");
	printf("%d ", VIA(dladdr1)(at, &info, (void **)&map, RTLD_DL_LINKMAP) != 0);
	printf("%d\n", map && strstr(map->l_name, "lib") != NULL);
	printf("%d ", VIA(dladdr1)(at, &info, (void **)&symbol, RTLD_DL_SYMENT) != 0);
	printf("%d %d\n", symbol && symbol->st_size > 0, symbol && ELF64_ST_TYPE(symbol->st_info) == STT_FUNC);
	printf("%d\n", VIA(dladdr1)((void *)8, &info, (void **)&map, RTLD_DL_LINKMAP));
	return 0;
}
