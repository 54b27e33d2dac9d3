#define _LARGEFILE64_SOURCE
#include "shimtest.h"
#include <dirent.h>

int main(void)
{
	struct dirent64 *e, entry, **list;
	DIR *dir = opendir("/proc/self");
	int n = 0, fd_seen = 0;
	while ((e = VIA(readdir64)(dir))) n++, fd_seen |= !strcmp(e->d_name, "fd");
	printf("%d %d\n", n > 10, fd_seen);
	rewinddir(dir);
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
	printf("%d ", VIA(readdir64_r)(dir, &entry, &e));
	printf("%d\n", e == &entry);
	n = VIA(scandir64)("/proc/self", &list, NULL, alphasort64);
	printf("%d %s\n", n > 10, list[0]->d_name);
	printf("%d %d\n", VIA(alphasort64)((const struct dirent64 **)&list[2], (const struct dirent64 **)&list[3]) < 0, VIA(versionsort64)((const struct dirent64 **)&list[2], (const struct dirent64 **)&list[2]));
	return 0;
}
