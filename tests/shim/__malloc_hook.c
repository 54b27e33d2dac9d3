#include "shimtest.h"

__asm__(".symver hook_of_malloc, __malloc_hook@GLIBC_2.2.5");
__asm__(".symver hook_of_free, __free_hook@GLIBC_2.2.5");
extern void *(*volatile hook_of_malloc)(size_t, const void *);
extern void (*volatile hook_of_free)(void *, const void *);

int main(void)
{
	printf("%d %d\n", hook_of_malloc == NULL, hook_of_free == NULL);
	return 0;
}
