/* glibc has these functions in libatomic.
 * Only the program for glibc is linked with it; see the recipe. */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef unsigned __int128 u128;
#define DECLARE(size, type)                                                                                            \
	extern type l##size(void *, int) __asm__("__atomic_load_" #size);                                                  \
	extern void s##size(void *, type, int) __asm__("__atomic_store_" #size);                                           \
	extern type x##size(void *, type, int) __asm__("__atomic_exchange_" #size);                                        \
	extern _Bool c##size(void *, void *, type, int, int) __asm__("__atomic_compare_exchange_" #size);                  \
	extern type fa##size(void *, type, int) __asm__("__atomic_fetch_add_" #size);                                      \
	extern type fs##size(void *, type, int) __asm__("__atomic_fetch_sub_" #size);                                      \
	extern type fn##size(void *, type, int) __asm__("__atomic_fetch_and_" #size);                                      \
	extern type fo##size(void *, type, int) __asm__("__atomic_fetch_or_" #size);                                       \
	extern type fx##size(void *, type, int) __asm__("__atomic_fetch_xor_" #size);                                      \
	extern type fq##size(void *, type, int) __asm__("__atomic_fetch_nand_" #size);                                     \
	extern type af##size(void *, type, int) __asm__("__atomic_add_fetch_" #size);                                      \
	extern type qf##size(void *, type, int) __asm__("__atomic_nand_fetch_" #size);                                     \
	extern _Bool ts##size(void *, int) __asm__("__atomic_test_and_set_" #size);                                        \
	static void show##size(const char *what, type v)                                                                   \
	{                                                                                                                  \
		printf("%s %d: %016llx%016llx\n", what, size, (unsigned long long)((u128)v >> 64), (unsigned long long)v);     \
	}                                                                                                                  \
	static void run##size(void)                                                                                        \
	{                                                                                                                  \
		static type v __attribute__((aligned(16)));                                                                    \
		type e = (type)0x0123456789abcdefULL;                                                                          \
		e = (type)((u128)e << 60 | 0xfedcba98);                                                                        \
		s##size(&v, e, 5);                                                                                             \
		show##size("load", l##size(&v, 5));                                                                            \
		show##size("add", fa##size(&v, (type)-3, 5));                                                                  \
		show##size("sub", fs##size(&v, 77, 5));                                                                        \
		show##size("and", fn##size(&v, (type)~(u128)0x10, 5));                                                         \
		show##size("or", fo##size(&v, 0x40, 5));                                                                       \
		show##size("xor", fx##size(&v, (type)~(u128)0, 5));                                                            \
		show##size("nand", fq##size(&v, 0x5a, 5));                                                                     \
		show##size("add_fetch", af##size(&v, 1, 5));                                                                   \
		show##size("nand_fetch", qf##size(&v, 0x33, 5));                                                               \
		show##size("exchange", x##size(&v, 9, 5));                                                                     \
		e = 8;                                                                                                         \
		printf("%d ", c##size(&v, &e, 10, 5, 5));                                                                      \
		show##size("expected", e);                                                                                     \
		printf("%d ", c##size(&v, &e, 10, 5, 5));                                                                      \
		show##size("now", l##size(&v, 5));                                                                             \
		s##size(&v, 0, 5);                                                                                             \
		printf("%d", ts##size(&v, 5));                                                                                 \
		printf("%d\n", ts##size(&v, 5));                                                                               \
	}
DECLARE(1, uint8_t)
DECLARE(2, uint16_t)
DECLARE(4, uint32_t)
DECLARE(8, uint64_t)
DECLARE(16, u128)

extern void load(size_t, void *, void *, int) __asm__("__atomic_load");
extern void store(size_t, void *, void *, int) __asm__("__atomic_store");
extern void exchange(size_t, void *, void *, void *, int) __asm__("__atomic_exchange");
extern _Bool compare(size_t, void *, void *, void *, int, int) __asm__("__atomic_compare_exchange");
extern _Bool lock_free(size_t, void *) __asm__("__atomic_is_lock_free");

static u128 counter __attribute__((aligned(16)));
static struct {
	long a, b, c;
} triple;

static void *hammer(void *arg)
{
	for (int i = 0; i < 20000; i++) {
		long old[3], new[3];
		fa16(&counter, ((u128)1 << 64) | 1, 5);
		load(sizeof triple, &triple, old, 5);
		do {
			new[0] = old[0] + 1;
			new[1] = old[1] + 2;
			new[2] = old[2] + 3;
		} while (!compare(sizeof triple, &triple, old, new, 5, 5));
	}
	return arg;
}

int main(void)
{
	pthread_t t[3];
	char buffer[40] = "abcdefghijklmnop", out[40] = "", in[40] = "ABCDEFGHIJKLMNOP";

	run1(), run2(), run4(), run8(), run16();
	for (int i = 0; i < 3; i++)
		pthread_create(&t[i], 0, hammer, 0);
	for (int i = 0; i < 3; i++)
		pthread_join(t[i], 0);
	show16("counter", l16(&counter, 5));
	printf("%ld %ld %ld\n", triple.a, triple.b, triple.c);
	for (size_t n = 1; n <= 16; n++) {
		memset(out, 0, sizeof out);
		exchange(n, buffer, in, out, 5);
		printf("%s %s\n", buffer, out);
		load(n, buffer, out, 5);
		store(n, buffer, "abcdefghijklmnop", 5);
		printf("%s %s\n", buffer, out);
	}
	printf("%d%d%d%d%d\n", lock_free(1, 0), 1, lock_free(8, 0), lock_free(17, 0), lock_free(4, 0));
}
