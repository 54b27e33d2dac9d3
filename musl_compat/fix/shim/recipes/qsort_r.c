/* recipe: qsort_r
 * symbols: qsort_r
 * kind: implementation
 * glibc: GLIBC_2.8
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: equal elements may come in another order; the array is sorted in place
 * spec: POSIX.1-2024 qsort_r()
 * scope: public
 */
#include <stddef.h>
#include <string.h>

typedef int (*compare_fn)(const void *, const void *, void *);

static void swap(char *a, char *b, size_t size)
{
	char part[256];
	for (size_t n; size; size -= n, a += n, b += n) {
		n = size < sizeof part ? size : sizeof part;
		memcpy(part, a, n);
		memcpy(a, b, n);
		memcpy(b, part, n);
	}
}

/* Heap sort: no extra memory, and never worse than n log n. */
static void sift(char *base, size_t root, size_t n, size_t size, compare_fn compare, void *arg)
{
	for (size_t child; (child = 2 * root + 1) < n; root = child) {
		if (child + 1 < n && compare(base + child * size, base + (child + 1) * size, arg) < 0) child++;
		if (compare(base + root * size, base + child * size, arg) >= 0) return;
		swap(base + root * size, base + child * size, size);
	}
}

void qsort_r(void *array, size_t n, size_t size, compare_fn compare, void *arg)
{
	char *base = array;
	if (n < 2 || !size) return;
	for (size_t i = n / 2; i-- > 0;) sift(base, i, n, size, compare, arg);
	for (size_t end = n - 1; end; end--) {
		swap(base, base + end * size, size);
		sift(base, 0, end, size, compare, arg);
	}
}
