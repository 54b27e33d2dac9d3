#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <unwind.h>

static void look(const char *what, void *pc)
{
	struct dl_find_object f;
	int rc = _dl_find_object(pc, &f);

	printf("%s: %d", what, rc);
	if (!rc) {
		unsigned char version = *(unsigned char *)f.dlfo_eh_frame;
		printf(" inside %d flags %llu eh %d map %d dynamic %d", (char *)pc >= (char *)f.dlfo_map_start && (char *)pc < (char *)f.dlfo_map_end,
		       f.dlfo_flags, version, f.dlfo_link_map != 0, f.dlfo_link_map && f.dlfo_link_map->l_ld != 0);
	}
	puts("");
}

int main(void)
{
	static int data = 3;
	int local;

	look("main", (void *)main);
	look("data", &data);
	look("stack", &local);
	look("null", 0);
	look("libgcc", dlsym(RTLD_DEFAULT, "_Unwind_Backtrace"));
	printf("%zu\n", sizeof(struct dl_find_object));
}
