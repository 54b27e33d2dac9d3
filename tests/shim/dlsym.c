#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
int main(void)
{
	static const char *const names[] = {"open64", "stat64", "fopen64", "posix_fallocate64", "readdir64", "mmap64", "malloc", "nothing64", "64", "no_such_name", "pread64"};
	void *libc = dlopen("libc.so.6", RTLD_NOW);
	for (int i = 0; i < 11; i++)
		printf("%s %d %d\n", names[i], dlsym(RTLD_DEFAULT, names[i]) != 0, dlsym(libc, names[i]) != 0);
	FILE *(*f)(const char *, const char *) = (FILE * (*)(const char *, const char *)) dlsym(RTLD_DEFAULT, "fopen64");
	printf("%d\n", f("/dev/null", "r") != 0);
}
