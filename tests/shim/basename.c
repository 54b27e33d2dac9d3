#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
int main(void)
{
	static const char *const p[] = {"", "/", "a", "a/", "/a/b", "a//b//", "///"};
	for (int i = 0; i < 7; i++)
		printf("<%s>\n", basename(p[i]));
}
