/* gcc: -O1
 * gcc: -O1 -no-pie -Wl,-z,norelro
 * gcc: -O1 -Wl,-z,now
 *
 * glibc gives argc, argv and envp to the constructors of a program. */
#include <stdio.h>
#include <string.h>

static int seen_argc, seen_env, order;
static char **seen_argv;

__attribute__((constructor(200))) static void first(int argc, char **argv, char **envp)
{
	seen_argc = argc;
	seen_argv = argv;
	for (; *envp; envp++)
		seen_env += !strcmp(*envp, "MARK=yes");
	order = order * 10 + 1;
}

__attribute__((constructor)) static void second(int argc, char **argv)
{
	order = order * 10 + (argv[argc] == 0 ? 2 : 9);
}

__attribute__((destructor)) static void last(void)
{
	puts("destructor");
}

int main(int argc, char **argv)
{
	printf("%d %d %d %d\n", seen_argc == argc, seen_argv == argv, seen_env, order);
	return 0;
}
