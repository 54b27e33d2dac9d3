#include "shimtest.h"

extern void *__rawmemchr(const void *, int);

int main(void)
{
	const char *s = "hello\377";
	printf("%d %d %d\n", (int)((char *)VIA(rawmemchr)(s, 'l') - s), (int)((char *)VIA(rawmemchr)(s, 0) - s),
		(int)((char *)VIA(__rawmemchr)(s, -1) - s));
	return 0;
}
