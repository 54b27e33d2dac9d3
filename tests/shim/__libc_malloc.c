#include "shimtest.h"

extern void *__libc_malloc(size_t), __libc_free(void *), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t), *__libc_valloc(size_t), *__libc_pvalloc(size_t);

int main(void)
{
	char *p = VIA(__libc_malloc)(10);
	memset(p, 'x', 10);
	p = VIA(__libc_realloc)(p, 20000);
	printf("%.10s\n", p);
	VIA(__libc_free)(p);
	char *q = VIA(__libc_calloc)(5, 3);
	printf("%d\n", q[14]);
	VIA(__libc_free)(q);
	q = VIA(__libc_memalign)(256, 10);
	printf("%d\n", (int)((uintptr_t)q % 256));
	VIA(__libc_free)(q);
	q = VIA(__libc_valloc)(10);
	printf("%d\n", (int)((uintptr_t)q % 4096));
	VIA(__libc_free)(q);
	q = VIA(__libc_pvalloc)(10);
	q[4095] = 1;
	printf("%d\n", (int)((uintptr_t)q % 4096));
	VIA(__libc_free)(q);
	return 0;
}
