/* recipe: atomic
 * symbols: __atomic_load __atomic_store __atomic_exchange __atomic_compare_exchange __atomic_is_lock_free
 *   __atomic_feraiseexcept atomic_flag_clear atomic_flag_clear_explicit atomic_flag_test_and_set
 *   atomic_flag_test_and_set_explicit atomic_signal_fence atomic_thread_fence __atomic_load_16 __atomic_store_16
 *   __atomic_exchange_16 __atomic_compare_exchange_16 __atomic_test_and_set_16 __atomic_fetch_add_16 __atomic_fetch_sub_16
 *   __atomic_fetch_and_16 __atomic_fetch_or_16 __atomic_fetch_xor_16 __atomic_fetch_nand_16 __atomic_add_fetch_16
 *   __atomic_sub_fetch_16 __atomic_and_fetch_16 __atomic_or_fetch_16 __atomic_xor_fetch_16 __atomic_nand_fetch_16
 *   __atomic_load_8 __atomic_store_8 __atomic_exchange_8 __atomic_compare_exchange_8 __atomic_test_and_set_8
 *   __atomic_fetch_add_8 __atomic_fetch_sub_8 __atomic_fetch_and_8 __atomic_fetch_or_8 __atomic_fetch_xor_8
 *   __atomic_fetch_nand_8 __atomic_add_fetch_8 __atomic_sub_fetch_8 __atomic_and_fetch_8 __atomic_or_fetch_8
 *   __atomic_xor_fetch_8 __atomic_nand_fetch_8 __atomic_load_4 __atomic_store_4 __atomic_exchange_4 __atomic_compare_exchange_4
 *   __atomic_test_and_set_4 __atomic_fetch_add_4 __atomic_fetch_sub_4 __atomic_fetch_and_4 __atomic_fetch_or_4
 *   __atomic_fetch_xor_4 __atomic_fetch_nand_4 __atomic_add_fetch_4 __atomic_sub_fetch_4 __atomic_and_fetch_4
 *   __atomic_or_fetch_4 __atomic_xor_fetch_4 __atomic_nand_fetch_4 __atomic_load_2 __atomic_store_2 __atomic_exchange_2
 *   __atomic_compare_exchange_2 __atomic_test_and_set_2 __atomic_fetch_add_2 __atomic_fetch_sub_2 __atomic_fetch_and_2
 *   __atomic_fetch_or_2 __atomic_fetch_xor_2 __atomic_fetch_nand_2 __atomic_add_fetch_2 __atomic_sub_fetch_2
 *   __atomic_and_fetch_2 __atomic_or_fetch_2 __atomic_xor_fetch_2 __atomic_nand_fetch_2 __atomic_load_1 __atomic_store_1
 *   __atomic_exchange_1 __atomic_compare_exchange_1 __atomic_test_and_set_1 __atomic_fetch_add_1 __atomic_fetch_sub_1
 *   __atomic_fetch_and_1 __atomic_fetch_or_1 __atomic_fetch_xor_1 __atomic_fetch_nand_1 __atomic_add_fetch_1
 *   __atomic_sub_fetch_1 __atomic_and_fetch_1 __atomic_or_fetch_1 __atomic_xor_fetch_1 __atomic_nand_fetch_1
 * kind: implementation
 * glibc: -
 * arch: x86_64 aarch64
 * needs: -
 * fidelity: equivalent
 * differs: all orders are as strong as sequentially consistent; a size that is no power of two always takes a lock
 * spec: GCC wiki "Atomic/GCCMM/LIbrary" (the library interface of libatomic); Intel SDM vol. 2A CMPXCHG16B; Arm ARM LDAXP/STLXP
 * scope: public
 */
#include <stdatomic.h>
#include <stdbool.h>
#include <fenv.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The compiler knows these names as built-ins with other prototypes: define them under another name. */
#define EXPORT(name) __asm__(#name)

typedef unsigned __int128 u128;

#ifdef __x86_64__
static bool swap16(volatile void *at, u128 *expected, u128 desired)
{
	uint64_t low = (uint64_t)*expected, high = (uint64_t)(*expected >> 64);
	bool done;

	__asm__ volatile("lock cmpxchg16b %1"
			 : "=@ccz"(done), "+m"(*(volatile u128 *)at), "+a"(low), "+d"(high)
			 : "b"((uint64_t)desired), "c"((uint64_t)(desired >> 64))
			 : "memory");
	*expected = (u128)high << 64 | low;
	return done;
}
#else
static bool swap16(volatile void *at, u128 *expected, u128 desired)
{
	uint64_t low, high, want_low = (uint64_t)*expected, want_high = (uint64_t)(*expected >> 64);
	uint64_t new_low = (uint64_t)desired, new_high = (uint64_t)(desired >> 64), put_low, put_high;
	bool same;
	int failed;

	/* What was read is one value only if the store succeeds: write back the old value when it is not the wanted one. */
	do {
		__asm__ volatile("ldaxp %0, %1, %2" : "=&r"(low), "=&r"(high) : "Q"(*(volatile u128 *)at) : "memory");
		same = low == want_low && high == want_high;
		put_low = same ? new_low : low;
		put_high = same ? new_high : high;
		__asm__ volatile("stlxp %w0, %2, %3, %1"
				 : "=&r"(failed), "=Q"(*(volatile u128 *)at)
				 : "r"(put_low), "r"(put_high)
				 : "memory");
	} while (failed);
	*expected = (u128)high << 64 | low;
	return same;
}
#endif

static u128 load16(const volatile void *at)
{
	u128 seen = 0;

	/* Like libatomic without AVX: the read is a compare-and-swap of 0 by 0, so the memory must be writable. */
	swap16((volatile void *)(uintptr_t)at, &seen, 0);
	return seen;
}

u128 x_load_16(const volatile void *at, int order) EXPORT(__atomic_load_16);
u128 x_load_16(const volatile void *at, int order)
{
	(void)order;
	return load16(at);
}

u128 x_exchange_16(volatile void *at, u128 value, int order) EXPORT(__atomic_exchange_16);
u128 x_exchange_16(volatile void *at, u128 value, int order)
{
	u128 seen = *(volatile u128 *)at;

	(void)order;
	while (!swap16(at, &seen, value))
		;
	return seen;
}

void x_store_16(volatile void *at, u128 value, int order) EXPORT(__atomic_store_16);
void x_store_16(volatile void *at, u128 value, int order)
{
	x_exchange_16(at, value, order);
}

bool x_compare_exchange_16(volatile void *at, void *expected, u128 desired, int success, int failure)
	EXPORT(__atomic_compare_exchange_16);
bool x_compare_exchange_16(volatile void *at, void *expected, u128 desired, int success, int failure)
{
	u128 seen;
	bool done;

	(void)success, (void)failure;
	memcpy(&seen, expected, sizeof seen);
	done = swap16(at, &seen, desired);
	if (!done)
		memcpy(expected, &seen, sizeof seen);
	return done;
}

bool x_test_and_set_16(volatile void *at, int order) EXPORT(__atomic_test_and_set_16);
bool x_test_and_set_16(volatile void *at, int order)
{
	(void)order;
	return __atomic_exchange_n((volatile unsigned char *)at, 1, __ATOMIC_SEQ_CST);
}

#define OP16(name, expression)                                                                                         \
	u128 x_fetch_##name##_16(volatile void *at, u128 value, int order) EXPORT(__atomic_fetch_##name##_16);             \
	u128 x_fetch_##name##_16(volatile void *at, u128 value, int order)                                                 \
	{                                                                                                                  \
		u128 seen = *(volatile u128 *)at;                                                                              \
		(void)order;                                                                                                   \
		while (!swap16(at, &seen, expression))                                                                         \
			;                                                                                                          \
		return seen;                                                                                                   \
	}                                                                                                                  \
	u128 x_##name##_fetch_16(volatile void *at, u128 value, int order) EXPORT(__atomic_##name##_fetch_16);             \
	u128 x_##name##_fetch_16(volatile void *at, u128 value, int order)                                                 \
	{                                                                                                                  \
		u128 seen = x_fetch_##name##_16(at, value, order);                                                             \
		return expression;                                                                                             \
	}

OP16(add, seen + value)
OP16(sub, seen - value)
OP16(and, seen & value)
OP16(or, seen | value)
OP16(xor, seen ^ value)
OP16(nand, ~(seen & value))

#define OP(name, size, type)                                                                                           \
	type x_fetch_##name##_##size(volatile void *at, type value, int order) EXPORT(__atomic_fetch_##name##_##size);     \
	type x_fetch_##name##_##size(volatile void *at, type value, int order)                                             \
	{                                                                                                                  \
		(void)order;                                                                                                   \
		return __atomic_fetch_##name((volatile type *)at, value, __ATOMIC_SEQ_CST);                                    \
	}                                                                                                                  \
	type x_##name##_fetch_##size(volatile void *at, type value, int order) EXPORT(__atomic_##name##_fetch_##size);     \
	type x_##name##_fetch_##size(volatile void *at, type value, int order)                                             \
	{                                                                                                                  \
		(void)order;                                                                                                   \
		return __atomic_##name##_fetch((volatile type *)at, value, __ATOMIC_SEQ_CST);                                  \
	}

#define FAMILY(size, type)                                                                                             \
	OP(add, size, type)                                                                                                \
	OP(sub, size, type)                                                                                                \
	OP(and, size, type)                                                                                                \
	OP(or, size, type)                                                                                                 \
	OP(xor, size, type)                                                                                                \
	OP(nand, size, type)                                                                                               \
	type x_load_##size(const volatile void *at, int order) EXPORT(__atomic_load_##size);                               \
	type x_load_##size(const volatile void *at, int order)                                                             \
	{                                                                                                                  \
		(void)order;                                                                                                   \
		return __atomic_load_n((const volatile type *)at, __ATOMIC_SEQ_CST);                                           \
	}                                                                                                                  \
	void x_store_##size(volatile void *at, type value, int order) EXPORT(__atomic_store_##size);                       \
	void x_store_##size(volatile void *at, type value, int order)                                                      \
	{                                                                                                                  \
		(void)order;                                                                                                   \
		__atomic_store_n((volatile type *)at, value, __ATOMIC_SEQ_CST);                                                \
	}                                                                                                                  \
	type x_exchange_##size(volatile void *at, type value, int order) EXPORT(__atomic_exchange_##size);                 \
	type x_exchange_##size(volatile void *at, type value, int order)                                                   \
	{                                                                                                                  \
		(void)order;                                                                                                   \
		return __atomic_exchange_n((volatile type *)at, value, __ATOMIC_SEQ_CST);                                      \
	}                                                                                                                  \
	bool x_compare_exchange_##size(volatile void *at, void *expected, type desired, int success, int failure)          \
		EXPORT(__atomic_compare_exchange_##size);                                                                      \
	bool x_compare_exchange_##size(volatile void *at, void *expected, type desired, int success, int failure)          \
	{                                                                                                                  \
		(void)success, (void)failure;                                                                                  \
		return __atomic_compare_exchange_n((volatile type *)at, (type *)expected, desired, 0, __ATOMIC_SEQ_CST,        \
						   __ATOMIC_SEQ_CST);                                                          \
	}                                                                                                                  \
	bool x_test_and_set_##size(volatile void *at, int order) EXPORT(__atomic_test_and_set_##size);                     \
	bool x_test_and_set_##size(volatile void *at, int order)                                                           \
	{                                                                                                                  \
		return x_test_and_set_16(at, order);                                                                           \
	}

FAMILY(1, uint8_t)
FAMILY(2, uint16_t)
FAMILY(4, uint32_t)
FAMILY(8, uint64_t)

/* Objects of any size: in place when size and alignment fit one instruction, else under a lock chosen by address. */
static volatile unsigned char locks[64];

static volatile unsigned char *lock_of(const volatile void *at)
{
	volatile unsigned char *lock = &locks[((uintptr_t)at >> 4) % sizeof locks];

	while (__atomic_test_and_set(lock, __ATOMIC_ACQUIRE))
		;
	return lock;
}

static bool whole(size_t size, const volatile void *at)
{
	return size && size <= 16 && !(size & (size - 1)) && !((uintptr_t)at & (size - 1));
}

static u128 load_whole(size_t size, const volatile void *at)
{
	switch (size) {
	case 1:
		return x_load_1(at, 0);
	case 2:
		return x_load_2(at, 0);
	case 4:
		return x_load_4(at, 0);
	case 8:
		return x_load_8(at, 0);
	}
	return load16(at);
}

static u128 exchange_whole(size_t size, volatile void *at, const void *value)
{
	u128 v = 0;

	memcpy(&v, value, size);
	switch (size) {
	case 1:
		return x_exchange_1(at, (uint8_t)v, 0);
	case 2:
		return x_exchange_2(at, (uint16_t)v, 0);
	case 4:
		return x_exchange_4(at, (uint32_t)v, 0);
	case 8:
		return x_exchange_8(at, (uint64_t)v, 0);
	}
	return x_exchange_16(at, v, 0);
}

void x_load(size_t size, const volatile void *at, void *result, int order) EXPORT(__atomic_load);
void x_load(size_t size, const volatile void *at, void *result, int order)
{
	(void)order;
	if (whole(size, at)) {
		u128 v = load_whole(size, at);
		memcpy(result, &v, size);
		return;
	}
	volatile unsigned char *lock = lock_of(at);
	memcpy(result, (const void *)(uintptr_t)at, size);
	__atomic_clear(lock, __ATOMIC_RELEASE);
}

void x_exchange(size_t size, volatile void *at, void *value, void *result, int order) EXPORT(__atomic_exchange);
void x_exchange(size_t size, volatile void *at, void *value, void *result, int order)
{
	(void)order;
	if (whole(size, at)) {
		u128 v = exchange_whole(size, at, value);
		memcpy(result, &v, size);
		return;
	}
	volatile unsigned char *lock = lock_of(at);
	unsigned char *a = (unsigned char *)(uintptr_t)at, *r = result;
	const unsigned char *n = value;
	for (size_t i = 0; i < size; i++) { /* result may be value */
		unsigned char old = a[i];
		a[i] = n[i];
		r[i] = old;
	}
	__atomic_clear(lock, __ATOMIC_RELEASE);
}

void x_store(size_t size, volatile void *at, void *value, int order) EXPORT(__atomic_store);
void x_store(size_t size, volatile void *at, void *value, int order)
{
	(void)order;
	if (whole(size, at)) {
		exchange_whole(size, at, value);
		return;
	}
	volatile unsigned char *lock = lock_of(at);
	memcpy((void *)(uintptr_t)at, value, size);
	__atomic_clear(lock, __ATOMIC_RELEASE);
}

static bool swap_whole(size_t size, volatile void *at, void *expected, const void *desired)
{
	u128 v = 0;

	memcpy(&v, desired, size);
	switch (size) {
	case 1:
		return x_compare_exchange_1(at, expected, (uint8_t)v, 0, 0);
	case 2:
		return x_compare_exchange_2(at, expected, (uint16_t)v, 0, 0);
	case 4:
		return x_compare_exchange_4(at, expected, (uint32_t)v, 0, 0);
	case 8:
		return x_compare_exchange_8(at, expected, (uint64_t)v, 0, 0);
	}
	return x_compare_exchange_16(at, expected, v, 0, 0);
}

bool x_compare_exchange(size_t size, volatile void *at, void *expected, void *desired, int success, int failure)
	EXPORT(__atomic_compare_exchange);
bool x_compare_exchange(size_t size, volatile void *at, void *expected, void *desired, int success, int failure)
{
	(void)success, (void)failure;
	if (whole(size, at))
		return swap_whole(size, at, expected, desired);
	volatile unsigned char *lock = lock_of(at);
	void *object = (void *)(uintptr_t)at;
	bool same = !memcmp(object, expected, size);
	if (same)
		memcpy(object, desired, size);
	else
		memcpy(expected, object, size);
	__atomic_clear(lock, __ATOMIC_RELEASE);
	return same;
}

bool x_is_lock_free(size_t size, const volatile void *at) EXPORT(__atomic_is_lock_free);
bool x_is_lock_free(size_t size, const volatile void *at)
{
	return whole(size, at);
}

void x_feraiseexcept(int exceptions) EXPORT(__atomic_feraiseexcept);
void x_feraiseexcept(int exceptions)
{
	feraiseexcept(exceptions);
}

bool x_flag_set(volatile void *flag) EXPORT(atomic_flag_test_and_set);
bool x_flag_set(volatile void *flag)
{
	return x_test_and_set_16(flag, 0);
}

bool x_flag_set_explicit(volatile void *flag, int order) EXPORT(atomic_flag_test_and_set_explicit);
bool x_flag_set_explicit(volatile void *flag, int order)
{
	return x_test_and_set_16(flag, order);
}

void x_flag_clear(volatile void *flag) EXPORT(atomic_flag_clear);
void x_flag_clear(volatile void *flag)
{
	__atomic_store_n((volatile unsigned char *)flag, 0, __ATOMIC_SEQ_CST);
}

void x_flag_clear_explicit(volatile void *flag, int order) EXPORT(atomic_flag_clear_explicit);
void x_flag_clear_explicit(volatile void *flag, int order)
{
	(void)order;
	x_flag_clear(flag);
}

void x_thread_fence(int order) EXPORT(atomic_thread_fence);
void x_thread_fence(int order)
{
	(void)order;
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
}

void x_signal_fence(int order) EXPORT(atomic_signal_fence);
void x_signal_fence(int order)
{
	(void)order;
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
}
