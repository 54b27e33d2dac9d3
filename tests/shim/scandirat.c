#include "shimtest.h"
#include <dirent.h>
#include <fcntl.h>

static int digits_no(const struct dirent *e)
{
	return !strncmp(e->d_name, "s", 1) && strlen(e->d_name) < 5;
}

int main(void)
{
	struct dirent **list = NULL;
	int fd = open("/", O_RDONLY), n = VIA(scandirat)(fd, "proc/self", &list, digits_no, alphasort);
	for (int i = 0; i < n; i++) {
		puts(list[i]->d_name);
		free(list[i]);
	}
	free(list);
	errno = 0;
	printf("%d ", VIA(scandirat)(fd, "nonexistent", &list, NULL, NULL));
	printf("%d\n", errno);
	return 0;
}
