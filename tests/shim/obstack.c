#define _GNU_SOURCE
#include <obstack.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

static int allocated, released;
static void *take(void *tag, long n)
{
	allocated++;
	return aligned_alloc(64, (n + 63) / 64 * 64); /* the number of chunks depends on how they are aligned */
}
static void give(void *tag, void *p)
{
	released++;
	free(p);
}
static void failed(void)
{
	puts("handler");
	exit(5);
}
static void *none(long n)
{
	return 0;
}

int main(void)
{
	struct obstack o, p, q;
	void *first, *mark;
	unsigned sum = 0;

	obstack_init(&o);
	printf("%ld %d\n", obstack_chunk_size(&o), obstack_alignment_mask(&o));
	first = obstack_alloc(&o, 10);
	strcpy(first, "first");
	for (int i = 0; i < 2000; i++) {
		char *s = obstack_copy0(&o, "abcdefghijklmnopqrstuvwxyz", i % 26);
		sum += (unsigned)strlen(s) + ((size_t)s % 16 ? 1000000 : 0);
	}
	mark = obstack_alloc(&o, 1);
	for (int i = 0; i < 50000; i++)
		obstack_1grow(&o, 'a' + i % 26);
	obstack_1grow(&o, 0);
	printf("size %d\n", (int)obstack_object_size(&o));
	char *big = obstack_finish(&o);
	printf("%u %zu %.30s\n", sum, strlen(big), big + 49000);
	printf("memory %d\n", (int)obstack_memory_used(&o));
	obstack_free(&o, mark);
	printf("memory %d %s\n", (int)obstack_memory_used(&o), (char *)first);
	obstack_printf(&o, "%d-%s", 42, "text");
	obstack_printf(&o, "%5000d|", 1);
	obstack_1grow(&o, 0);
	big = obstack_finish(&o);
	printf("%zu %.20s %s\n", strlen(big), big, big + strlen(big) - 3);
	printf("%d %d\n", _obstack_allocated_p(&o, big), _obstack_allocated_p(&o, &o));
	obstack_free(&o, 0);

	_obstack_begin_1(&p, 100, 64, take, give, "tag");
	for (int i = 1; i < 300; i += 7) {
		void *a = obstack_alloc(&p, i);
		sum += (size_t)a % 64 != 0;
		memset(a, 1, i);
		obstack_alloc(&p, 0);
	}
	printf("%d %d %u\n", allocated, released, sum);
	obstack_free(&p, 0);
	printf("%d %d\n", allocated, released);
	obstack_alloc_failed_handler = failed;
	_obstack_begin(&q, 0, 0, none, free);
}
