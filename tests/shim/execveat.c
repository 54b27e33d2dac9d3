#include "shimtest.h"

extern int execveat(int dir, const char *path, char *const *argv, char *const *envp, int flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(execveat)(-1, "x", (char *[]){"x", NULL}, (char *[]){NULL}, 0));
	printf("%d\n", errno);
	return 0;
}
