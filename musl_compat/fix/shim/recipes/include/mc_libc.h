/* Calls to libc's own function even when another object of the process interposes its public name.
 *
 * An allocator that interposes malloc calls __libc_malloc to reach the C library: an alias that called malloc would
 * lead straight back to the allocator.
 */
#ifndef MC_LIBC_H
#define MC_LIBC_H

/* The address of libc's definition of a name; the process ends when libc has none, which a recipe rules out. */
void *mc_libc(const char *name);

/* MC_LIBC(malloc)(n): looked up once for each place of use. */
#define MC_LIBC(f) \
	(__extension__({ \
		static void *at_; \
		void *p_ = __atomic_load_n(&at_, __ATOMIC_RELAXED); \
		if (!p_) __atomic_store_n(&at_, p_ = mc_libc(#f), __ATOMIC_RELAXED); \
		(__typeof__(f) *)p_; \
	}))
#endif
