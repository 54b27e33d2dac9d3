#include "shimtest.h"

extern char *__getcwd_chk(char *b, size_t n, size_t room);

int main(void)
{
	char b[4096]; if (chdir("/usr")) return 1;
	printf("%s %d\n", VIA(__getcwd_chk)(b, 4096, 4096), VIA(__getcwd_chk)(b, 2, 4096) == NULL);
	ABORTS("overflow", VIA(__getcwd_chk)(b, 4097, 4096));
	return 0;
}
