#include "shimtest.h"

__asm__(".symver hook, __after_morecore_hook@GLIBC_2.2.5");
__asm__(".symver init_hook, __malloc_initialize_hook@GLIBC_2.2.5");
extern void (*volatile hook)(void), (*volatile init_hook)(void);

int main(void)
{
	printf("%d %d\n", hook == NULL, init_hook == NULL);
	return 0;
}
