/* recipes: backtrace _dl_find_object __cpu_model
 *
 * Addresses differ from run to run: only names and counts are printed. */
#include <execinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void show(char *s)
{
	char *open = strchr(s, '('), *close = strchr(s, ')');
	char *plus = strpbrk(open, "+-");

	printf("%.*s %d %d\n", (int)(plus - open), open, strncmp(close, ") [0x", 5) == 0, s[strlen(s) - 1] == ']');
}

__attribute__((noinline)) void inner(void)
{
	void *frames[50];
	int n = backtrace(frames, 50), few = backtrace(frames, 2);
	char **names = backtrace_symbols(frames, 2);

	printf("%d %d\n", n >= 5, few);
	for (int i = 0; i < 2; i++)
		show(names[i]);
	free(names);
	printf("%d\n", backtrace(frames, 0));
}

__attribute__((noinline)) void middle(int n)
{
	if (n)
		middle(n - 1);
	else
		inner();
	__asm__ volatile("");
}

int main(void)
{
	void *bad[1] = {(void *)1};
	char **names;
	setvbuf(stdout, 0, _IONBF, 0);
	middle(3);
	names = backtrace_symbols(bad, 1);
	puts(names[0]);
	free(names);
	backtrace_symbols_fd(bad, 1, 1);
}
