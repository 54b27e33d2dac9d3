#include "shimtest.h"

void __libc_init_first(int argc, char **argv, char **envp);

int main(int argc, char **argv, char **envp)
{
	VIA(__libc_init_first)(argc, argv, envp);
	printf("%d\n", environ == envp);
	return 0;
}
