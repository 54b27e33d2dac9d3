#include "shimtest.h"

int main(void)
{
	char *p = VIA(reallocarray)(NULL, 10, 3);
	memset(p, 'x', 30);
	p = VIA(reallocarray)(p, 100, 3);
	printf("%.30s\n", p);
	errno = 0;
	printf("%d ", VIA(reallocarray)(p, SIZE_MAX / 2, 3) == NULL);
	printf("%d\n", errno);
	return 0;
}
