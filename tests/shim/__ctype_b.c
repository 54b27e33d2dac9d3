/* glibc keeps the objects under versions that new programs cannot link with: the golden is made through the functions. */
#define _GNU_SOURCE
#include <ctype.h>
#include <dlfcn.h>
#include <stdio.h>
int main(void)
{
	const unsigned short **b = dlsym(RTLD_DEFAULT, "__ctype_b");
	const int **lower = dlsym(RTLD_DEFAULT, "__ctype_tolower"), **upper = dlsym(RTLD_DEFAULT, "__ctype_toupper");
	const unsigned short *classes = b ? *b : *__ctype_b_loc();
	const int *down = lower ? *lower : *__ctype_tolower_loc(), *up = upper ? *upper : *__ctype_toupper_loc();
	for (int c = -128; c < 256; c++)
		printf("%d %x %d %d\n", c, classes[c], down[c], up[c]);
}
