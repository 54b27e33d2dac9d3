/* recipe: obstack
 * symbols: _obstack_begin _obstack_begin_1 _obstack_newchunk _obstack_allocated_p _obstack_free obstack_free
 *   _obstack_memory_used obstack_printf obstack_vprintf __obstack_printf_chk __obstack_vprintf_chk obstack_alloc_failed_handler
 *   obstack_exit_failure
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.8
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the __*_chk forms do not refuse %n in writable memory
 * spec: glibc manual, "Obstacks"; the layout of struct obstack in <obstack.h> version 1 (fields named by the manual and read by
 *   its macros)
 * scope: public
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct chunk {
	char *limit;
	struct chunk *prev;
	char contents[];
};

struct obstack {
	long chunk_size;
	struct chunk *chunk;
	char *object_base;
	char *next_free;
	char *chunk_limit;
	union {
		ptrdiff_t i;
		void *p;
	} temp;
	int alignment_mask;
	void *(*alloc)();
	void (*release)();
	void *extra;
	unsigned use_extra : 1;
	unsigned maybe_empty_object : 1;
	unsigned alloc_failed : 1;
};

int obstack_exit_failure = EXIT_FAILURE;

static _Noreturn void out_of_memory(void)
{
	fprintf(stderr, "%s\n", "memory exhausted");
	exit(obstack_exit_failure);
}

void (*obstack_alloc_failed_handler)(void) = out_of_memory;

static struct chunk *get_chunk(struct obstack *h, long size)
{
	struct chunk *c = h->use_extra ? ((void *(*)(void *, long))h->alloc)(h->extra, size) : ((void *(*)(long))h->alloc)(size);

	if (!c)
		obstack_alloc_failed_handler();
	return c;
}

static void put_chunk(struct obstack *h, struct chunk *c)
{
	if (h->use_extra)
		((void (*)(void *, void *))h->release)(h->extra, c);
	else
		((void (*)(void *))h->release)(c);
}

/* Alignments are measured from 0 when pointers fit the mask, as the manual's macros do for 8 and 16. */
static char *align(const struct obstack *h, char *p)
{
	return (char *)(((uintptr_t)p + (uintptr_t)h->alignment_mask) & ~(uintptr_t)h->alignment_mask);
}

struct aligned {
	char first;
	union {
		uintmax_t integer;
		long double number;
		void *pointer;
	} any;
};

static int begin(struct obstack *h, int size, int alignment)
{
	if (!alignment)
		alignment = offsetof(struct aligned, any);
	if (!size)
		size = 4096 - 32; /* a page less what an allocator may add */
	h->chunk_size = size;
	h->alignment_mask = alignment - 1;
	h->chunk = get_chunk(h, size);
	h->next_free = h->object_base = align(h, h->chunk->contents);
	h->chunk_limit = h->chunk->limit = (char *)h->chunk + size;
	h->chunk->prev = 0;
	h->maybe_empty_object = 0;
	h->alloc_failed = 0;
	return 1;
}

int _obstack_begin(struct obstack *h, int size, int alignment, void *(*alloc)(long), void (*release)(void *))
{
	h->alloc = (void *(*)())alloc;
	h->release = (void (*)())release;
	h->use_extra = 0;
	return begin(h, size, alignment);
}

int _obstack_begin_1(struct obstack *h, int size, int alignment, void *(*alloc)(void *, long),
		     void (*release)(void *, void *), void *extra)
{
	h->alloc = (void *(*)())alloc;
	h->release = (void (*)())release;
	h->extra = extra;
	h->use_extra = 1;
	return begin(h, size, alignment);
}

/* Room for length more bytes: a new chunk that takes over the object that is growing. */
void _obstack_newchunk(struct obstack *h, int length)
{
	struct chunk *old = h->chunk, *c;
	long have = h->next_free - h->object_base;
	long size = have + length + (have >> 3) + h->alignment_mask + 100;
	char *base;

	if (size < h->chunk_size)
		size = h->chunk_size;
	c = get_chunk(h, size);
	h->chunk = c;
	c->prev = old;
	h->chunk_limit = c->limit = (char *)c + size;
	base = align(h, c->contents);
	memcpy(base, h->object_base, (size_t)have);
	/* The old chunk goes when the moved object was all that it held. */
	if (!h->maybe_empty_object && h->object_base == align(h, old->contents)) {
		c->prev = old->prev;
		put_chunk(h, old);
	}
	h->object_base = base;
	h->next_free = base + have;
	h->maybe_empty_object = 0;
}

static int inside(const struct chunk *c, const void *object)
{
	return (const char *)object > (const char *)c && (const char *)object <= c->limit;
}

int _obstack_allocated_p(struct obstack *h, void *object)
{
	const struct chunk *c = h->chunk;

	while (c && !inside(c, object))
		c = c->prev;
	return c != 0;
}

/* Frees object and all that was allocated after it; everything when object is null. */
void _obstack_free(struct obstack *h, void *object)
{
	struct chunk *c = h->chunk;

	while (c && !inside(c, object)) {
		struct chunk *prev = c->prev;
		put_chunk(h, c);
		c = prev;
		/* The chunk before may end with an empty object: nothing tells. */
		h->maybe_empty_object = 1;
	}
	if (c) {
		h->object_base = h->next_free = object;
		h->chunk_limit = c->limit;
		h->chunk = c;
	} else if (object) {
		abort(); /* not of this obstack */
	}
}

void obstack_free(struct obstack *h, void *object) __attribute__((alias("_obstack_free")));

int _obstack_memory_used(struct obstack *h)
{
	int total = 0;

	for (const struct chunk *c = h->chunk; c; c = c->prev)
		total += (int)(c->limit - (const char *)c);
	return total;
}

int obstack_vprintf(struct obstack *h, const char *format, va_list args)
{
	va_list again;
	int length;
	char *at;

	va_copy(again, args);
	length = vsnprintf(0, 0, format, again);
	va_end(again);
	if (length < 0)
		return length;
	/* One more for the terminator that vsnprintf writes and the object does not keep. */
	if (h->chunk_limit - h->next_free < (ptrdiff_t)length + 1)
		_obstack_newchunk(h, length + 1);
	at = h->next_free;
	vsnprintf(at, (size_t)length + 1, format, args);
	h->next_free = at + length;
	return length;
}

int obstack_printf(struct obstack *h, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = obstack_vprintf(h, format, args);
	va_end(args);
	return length;
}

int __obstack_vprintf_chk(struct obstack *h, int flag, const char *format, va_list args)
{
	(void)flag;
	return obstack_vprintf(h, format, args);
}

int __obstack_printf_chk(struct obstack *h, int flag, const char *format, ...)
{
	va_list args;
	int length;

	(void)flag;
	va_start(args, format);
	length = obstack_vprintf(h, format, args);
	va_end(args);
	return length;
}
