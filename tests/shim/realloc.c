#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void)
{
	char *p = realloc(0, 10);
	strcpy(p, "hello");
	p = realloc(p, 10000);
	printf("%s\n", p);
	printf("%d\n", realloc(p, 0) == 0);
	p = realloc(0, 0);
	printf("%d\n", p != 0);
	free(p);
}
