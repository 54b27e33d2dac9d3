#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
int main(void)
{
	for (size_t a = 0; a < 5000; a = a * 3 / 2 + 1) {
		size_t power = 1;
		while (power < a) power *= 2;
		void *p = memalign(a, 100), *q = aligned_alloc(power, 50);
		printf("%zu %d %d\n", a, p && (size_t)p % power == 0, q && (size_t)q % power == 0);
		free(p), free(q);
	}
}
