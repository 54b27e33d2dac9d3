#define _GNU_SOURCE
#include <link.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
	int libc = 0, count = 0;
	for (struct link_map *m = _r_debug.r_map; m; m = m->l_next, count++)
		libc += m->l_name && strstr(m->l_name, "libc.so") != 0;
	printf("%d %d %d %d\n", _r_debug.r_version, libc, count > 1, _r_debug.r_brk != 0);
}
