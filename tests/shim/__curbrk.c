#include "shimtest.h"

extern void *__sbrk(intptr_t), *__curbrk;

int main(void)
{
	char *p = VIA(__sbrk)(0), *q = VIA(__sbrk)(8192), *after = __curbrk;
	q[8191] = 1;
	char *back = VIA(__sbrk)(-8192), *end = VIA(__sbrk)(0);
	printf("%d %d %d %d\n", q == p, after - q == 8192, back == q + 8192, end == p);
	errno = 0;
	printf("%d ", VIA(__sbrk)(INTPTR_MAX) == (void *)-1);
	printf("%d\n", errno);
	return 0;
}
