#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(void)
{
	setvbuf(stdout, 0, _IONBF, 0);
	char *a = sbrk(0), *b = sbrk(100000), *c = sbrk(0);
	printf("%d %d\n", a == b, (int)(c - b));
	memset(b, 7, 100000);
	char *d = sbrk(-50000), *e = sbrk(0);
	printf("%d %d\n", d == c, (int)(d - e));
	printf("%d %d\n", brk(b + 4096), sbrk(0) == b + 4096);
	printf("%d\n", sbrk((long)1 << 60) == (void *)-1);
}
