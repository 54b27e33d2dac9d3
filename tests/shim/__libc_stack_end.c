#include "shimtest.h"

extern void *__libc_stack_end;

int main(int argc, char **argv)
{
	char local;
	(void)argc;
	printf("%d\n", (char *)__libc_stack_end > &local && (char *)__libc_stack_end <= (char *)argv);
	return 0;
}
