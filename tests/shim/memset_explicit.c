#include "shimtest.h"

extern void *memset_explicit(void *, int, size_t);

int main(void)
{
	char b[4] = "abc";
	hex("b", VIA(memset_explicit)(b, 'x', 2), 4);
	return 0;
}
