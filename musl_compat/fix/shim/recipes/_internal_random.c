/* recipe: _internal_random
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: random(3) of 4.3BSD: x[i] = x[i-degree] + x[i-gap], result x >> 1, seeded by the minimal standard generator (16807), 10
 *   degree values dropped
 * scope: public
 */
#include <errno.h>
#include "include/mc_random.h"

enum { KINDS = 5 };

static const struct {
	int degree, gap;
	size_t bytes; /* the least state buffer */
} kinds[KINDS] = {{0, 0, 8}, {7, 3, 32}, {15, 1, 64}, {31, 3, 128}, {63, 1, 256}};

static int refuse(void)
{
	errno = EINVAL;
	return -1;
}

int mc_random_next(struct mc_random *r, int *result)
{
	if (!r->kind) {
		/* The trivial generator: one word, linear congruential. */
		uint32_t word = (uint32_t)r->state[0] * 1103515245U + 12345U;
		r->state[0] = (int32_t)(word & 0x7fffffff);
		*result = r->state[0];
		return 0;
	}
	uint32_t sum = (uint32_t)*r->front + (uint32_t)*r->rear;
	*r->front = (int32_t)sum;
	*result = (int)(sum >> 1);
	if (++r->front >= r->end) {
		r->front = r->state;
		++r->rear;
	} else if (++r->rear >= r->end) {
		r->rear = r->state;
	}
	return 0;
}

int mc_random_seed(unsigned seed, struct mc_random *r)
{
	int32_t word;

	if ((unsigned)r->kind >= KINDS)
		return -1;
	word = seed ? (int32_t)seed : 1;
	r->state[0] = word;
	if (!r->kind)
		return 0;
	for (int i = 1; i < r->degree; i++) {
		/* 16807 * word modulo 2^31 - 1 without overflow (Schrage). */
		int32_t high = word / 127773, low = word % 127773;
		word = 16807 * low - 2836 * high;
		if (word < 0)
			word += 2147483647;
		r->state[i] = word;
	}
	r->front = &r->state[r->gap];
	r->rear = r->state;
	for (int i = 0; i < 10 * r->degree; i++) {
		int dropped;
		mc_random_next(r, &dropped);
	}
	return 0;
}

/* The word before the state says the kind and where the rear pointer stands, so that setstate can resume. */
static void store_position(struct mc_random *r)
{
	if (r->state)
		r->state[-1] = r->kind ? (int32_t)(KINDS * (r->rear - r->state) + r->kind) : 0;
}

int mc_random_init(unsigned seed, char *state, size_t size, struct mc_random *r)
{
	int kind;

	if (r->state)
		store_position(r);
	if (size < kinds[0].bytes)
		return refuse();
	for (kind = KINDS - 1; size < kinds[kind].bytes; kind--)
		;
	r->kind = kind;
	r->degree = kinds[kind].degree;
	r->gap = kinds[kind].gap;
	r->state = (int32_t *)(void *)state + 1;
	r->end = &r->state[r->degree];
	mc_random_seed(seed, r);
	store_position(r);
	return 0;
}

int mc_random_set(char *state, struct mc_random *r)
{
	int32_t *words = (int32_t *)(void *)state + 1;
	int kind = words[-1] % KINDS;

	store_position(r);
	if (kind < 0)
		return refuse();
	r->kind = kind;
	r->degree = kinds[kind].degree;
	r->gap = kinds[kind].gap;
	r->state = words;
	r->end = &words[r->degree];
	if (kind) {
		int rear = words[-1] / KINDS;
		r->rear = &words[rear];
		r->front = &words[(rear + r->gap) % r->degree];
	}
	return 0;
}
