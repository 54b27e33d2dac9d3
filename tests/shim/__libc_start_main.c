#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int seen, named, with_env;
static void preinit(int argc, char **argv, char **envp)
{
	seen += argc == 1 ? 100 : 0;
}
__attribute__((section(".preinit_array"), used)) static void (*entry)(int, char **, char **) = preinit;
__attribute__((constructor(200))) static void first(int argc, char **argv, char **envp)
{
	seen += argc;
	named = argv[0] && strstr(argv[0], "t.") != 0;
	for (; *envp; envp++)
		with_env |= !strcmp(*envp, "TZ=UTC");
}
__attribute__((constructor)) static void second(int argc, char **argv, char **envp)
{
	printf("constructor %d %d\n", argc, argv[argc] == 0);
}
__attribute__((destructor)) static void last(void)
{
	puts("destructor");
}
int main(int argc, char **argv, char **envp)
{
	printf("%d %d %d %d %s\n", seen, named, with_env, argc, getenv("TZ"));
	return 4;
}
