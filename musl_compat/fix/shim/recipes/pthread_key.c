/* recipe: pthread_key
 * symbols: pthread_key_create pthread_key_delete pthread_getspecific pthread_setspecific tss_create tss_delete tss_get tss_set
 *   __pthread_key_create __pthread_getspecific __pthread_setspecific
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.28 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: one key fewer; once musl's own are used up, the destructors of further keys run before those of keys made earlier, and
 *   such a key is not known to objects built for musl; using a deleted key of musl's is not noticed
 * spec: POSIX.1-2024 pthread_key_create(), pthread_key_delete(), pthread_getspecific(), pthread_setspecific(); C11 7.26.6;
 *   <limits.h> of glibc: PTHREAD_KEYS_MAX 1024, PTHREAD_DESTRUCTOR_ITERATIONS 4
 * scope: private
 */
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <threads.h>

/* musl has PTHREAD_KEYS_MAX keys for the whole process, 128. They are handed out first, as they are good for every object.
 * Those after them have the next numbers, up to glibc's 1024, and their values are in a table that a thread keeps under one of
 * musl's keys, the carrier: musl runs its destructor at the thread's end, in as many rounds as glibc's. */
enum { KEYS = 1024 - PTHREAD_KEYS_MAX, IN_BLOCK = 32, BLOCKS = (KEYS + IN_BLOCK - 1) / IN_BLOCK };

/* A number is odd while the key is in use, and another one for the next who gets it: values that threads kept for a deleted key
 * are not seen any more. */
static struct {
	uintptr_t generation;
	void (*destructor)(void *);
} keys[KEYS];

struct value {
	uintptr_t generation;
	void *data;
};

struct table {
	int rounds;
	struct value *block[BLOCKS];
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t carrier;
static int has_carrier;

static int in_use(uintptr_t generation)
{
	return generation & 1;
}

/* Returns whether no destructor ran: nothing can have set another value then. */
static int run_destructors(struct table *table)
{
	int none = 1;

	for (unsigned k = 0; k < KEYS; k++) {
		struct value *block = table->block[k / IN_BLOCK], was;

		if (!block || !block[k % IN_BLOCK].data)
			continue;
		was = block[k % IN_BLOCK];
		block[k % IN_BLOCK].data = 0;
		if (__atomic_load_n(&keys[k].generation, __ATOMIC_ACQUIRE) == was.generation && keys[k].destructor) {
			keys[k].destructor(was.data);
			none = 0;
		}
	}
	return none;
}

/* While destructors run they may read and set values: the carrier holds the table until a round has nothing to do. To hold it
 * asks musl for another round; in the last one the values that are left are dropped. */
static void end_of_thread(void *arg)
{
	struct table *table = arg;

	pthread_setspecific(carrier, table);
	if (!run_destructors(table) && ++table->rounds < PTHREAD_DESTRUCTOR_ITERATIONS)
		return;
	pthread_setspecific(carrier, 0);
	for (unsigned b = 0; b < BLOCKS; b++)
		free(table->block[b]);
	free(table);
}

static void get_carrier(void)
{
	__atomic_store_n(&has_carrier, pthread_key_create(&carrier, end_of_thread) == 0, __ATOMIC_RELEASE);
}

int __mc_pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
	int error;

	pthread_once(&once, get_carrier);
	error = pthread_key_create(key, destructor);
	if (error != EAGAIN || !has_carrier)
		return error;
	for (unsigned k = 0; k < KEYS; k++) {
		uintptr_t generation = __atomic_load_n(&keys[k].generation, __ATOMIC_RELAXED);

		if (!in_use(generation) && __atomic_compare_exchange_n(&keys[k].generation, &generation, generation + 1, 0,
			__ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
			keys[k].destructor = destructor;
			*key = PTHREAD_KEYS_MAX + k;
			return 0;
		}
	}
	return EAGAIN;
}

int __mc_pthread_key_delete(pthread_key_t key)
{
	uintptr_t generation;
	unsigned k = key - PTHREAD_KEYS_MAX;

	if (key < PTHREAD_KEYS_MAX)
		return pthread_key_delete(key);
	if (k >= KEYS)
		return EINVAL;
	generation = __atomic_load_n(&keys[k].generation, __ATOMIC_RELAXED);
	return in_use(generation) && __atomic_compare_exchange_n(&keys[k].generation, &generation, generation + 1, 0,
		__ATOMIC_ACQ_REL, __ATOMIC_RELAXED) ? 0 : EINVAL;
}

void *__mc_pthread_getspecific(pthread_key_t key)
{
	unsigned k = key - PTHREAD_KEYS_MAX;
	struct table *table;
	struct value *block;

	if (key < PTHREAD_KEYS_MAX)
		return pthread_getspecific(key);
	if (k >= KEYS || !__atomic_load_n(&has_carrier, __ATOMIC_ACQUIRE) || !(table = pthread_getspecific(carrier)))
		return 0;
	block = table->block[k / IN_BLOCK];
	if (!block || block[k % IN_BLOCK].generation != __atomic_load_n(&keys[k].generation, __ATOMIC_RELAXED))
		return 0;
	return block[k % IN_BLOCK].data;
}

/* The place of a value in the calling thread's table, which is made when there is none; null when there is no memory. */
static struct value *place(unsigned k)
{
	struct table *table = pthread_getspecific(carrier);

	if (!table) {
		table = calloc(1, sizeof *table);
		if (!table)
			return 0;
		if (pthread_setspecific(carrier, table)) {
			free(table);
			return 0;
		}
	}
	if (!table->block[k / IN_BLOCK])
		table->block[k / IN_BLOCK] = calloc(IN_BLOCK, sizeof(struct value));
	return table->block[k / IN_BLOCK] ? &table->block[k / IN_BLOCK][k % IN_BLOCK] : 0;
}

int __mc_pthread_setspecific(pthread_key_t key, const void *data)
{
	unsigned k = key - PTHREAD_KEYS_MAX;
	uintptr_t generation;
	struct value *value;

	if (key < PTHREAD_KEYS_MAX)
		return pthread_setspecific(key, data);
	if (k >= KEYS)
		return EINVAL;
	generation = __atomic_load_n(&keys[k].generation, __ATOMIC_ACQUIRE);
	if (!in_use(generation))
		return EINVAL;
	if (!data && !__mc_pthread_getspecific(key))
		return 0;
	value = place(k);
	if (!value)
		return ENOMEM;
	*value = (struct value){generation, (void *)(uintptr_t)data};
	return 0;
}

int __mc_tss_create(tss_t *key, tss_dtor_t destructor)
{
	return __mc_pthread_key_create(key, destructor) ? thrd_error : thrd_success;
}

void __mc_tss_delete(tss_t key)
{
	__mc_pthread_key_delete(key);
}

void *__mc_tss_get(tss_t key)
{
	return __mc_pthread_getspecific(key);
}

int __mc_tss_set(tss_t key, void *data)
{
	int error = __mc_pthread_setspecific(key, data);

	return !error ? thrd_success : error == ENOMEM ? thrd_nomem : thrd_error;
}

int __mc___pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
	return __mc_pthread_key_create(key, destructor);
}

void *__mc___pthread_getspecific(pthread_key_t key)
{
	return __mc_pthread_getspecific(key);
}

int __mc___pthread_setspecific(pthread_key_t key, const void *data)
{
	return __mc_pthread_setspecific(key, data);
}
