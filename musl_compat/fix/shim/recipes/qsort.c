/* recipe: qsort
 * symbols: qsort
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: C11 7.22.5.2; qsort(3): glibc before 2.37 merges, so that equal elements keep their order
 * scope: private
 */
#include <stdlib.h>
#include <string.h>

typedef int (*comparison)(const void *, const void *);

static void merge(char *a, char *scratch, size_t count, size_t size, comparison compare)
{
	size_t half = count / 2, left = 0, right = half, out = 0;

	if (count < 2)
		return;
	merge(a, scratch, half, size, compare);
	merge(a + half * size, scratch, count - half, size, compare);
	if (compare(a + (half - 1) * size, a + half * size) <= 0)
		return;
	memcpy(scratch, a, half * size);
	while (left < half && right < count) {
		if (compare(scratch + left * size, a + right * size) <= 0)
			memcpy(a + out++ * size, scratch + left++ * size, size);
		else
			memmove(a + out++ * size, a + right++ * size, size);
	}
	memcpy(a + out * size, scratch + left * size, (half - left) * size);
}

void __mc_qsort(void *base, size_t count, size_t size, comparison compare)
{
	char *scratch;

	if (count < 2 || !size)
		return;
	scratch = malloc(count / 2 * size);
	if (!scratch) {
		qsort(base, count, size, compare); /* without memory, without order among equals */
		return;
	}
	merge(base, scratch, count, size, compare);
	free(scratch);
}
