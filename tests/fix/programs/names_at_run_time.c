/* gcc: -O1
 * gcc: -O1 -no-pie
 *
 * Names of glibc's that are only asked for while the program runs. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
	int (*opened)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_DEFAULT, "open64");
	void *nothing = dlsym(RTLD_DEFAULT, "no_such_name_anywhere");

	printf("%d %d %d\n", opened && opened("/dev/null", O_RDONLY) >= 0, nothing == 0,
	       dlsym(RTLD_NEXT, "__sigaction") != 0 && dlsym(RTLD_DEFAULT, "gnu_get_libc_version") != 0);
	return 0;
}
