#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static void run(const char *options, int argc, ...)
{
	char *argv[] = {"prog", "x", "-a", "y", "-bval", "-b", "v2", "z", "-ac", "--", "-a", "w", 0};
	int c;
	optind = 0;
	opterr = 1;
	argv[0] = (char *)options;
	while ((c = getopt(12, argv, options)) != -1)
		printf("%c(%s)%d ", c, optarg ? optarg : "", optind);
	printf("| %d:", optind);
	for (int i = 1; i < 12; i++)
		printf(" %s", argv[i]);
	puts("");
}
int main(void)
{
	run("ab:", 0);
	run("+ab:", 0);
	run("-ab:c", 0);
	run(":acb::", 0);
	run("abcd:", 0);
	run("a:b::c", 0);
	setenv("POSIXLY_CORRECT", "1", 1);
	run("ab:c", 0);
}
