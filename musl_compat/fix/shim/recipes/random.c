/* recipe: random
 * symbols: random srandom initstate setstate rand srand
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_random
 * fidelity: exact
 * differs: -
 * spec: POSIX random, rand; glibc manual, "BSD Random" and "ISO Random" (rand is random)
 * scope: private
 */
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include "include/mc_random.h"

static int32_t first_state[32];
static struct mc_random shared;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void enter(void)
{
	pthread_mutex_lock(&lock);
	if (!shared.state)
		mc_random_init(1, (char *)first_state, sizeof first_state, &shared);
}

long __mc_random(void)
{
	int value;

	enter();
	mc_random_next(&shared, &value);
	pthread_mutex_unlock(&lock);
	return value;
}

void __mc_srandom(unsigned seed)
{
	enter();
	mc_random_seed(seed, &shared);
	pthread_mutex_unlock(&lock);
}

char *__mc_initstate(unsigned seed, char *state, size_t size)
{
	char *old;

	enter();
	old = (char *)&shared.state[-1];
	if (mc_random_init(seed, state, size, &shared))
		old = 0;
	pthread_mutex_unlock(&lock);
	return old;
}

char *__mc_setstate(char *state)
{
	char *old;

	enter();
	old = (char *)&shared.state[-1];
	if (mc_random_set(state, &shared))
		old = 0;
	pthread_mutex_unlock(&lock);
	return old;
}

int __mc_rand(void)
{
	return (int)__mc_random();
}

void __mc_srand(unsigned seed)
{
	__mc_srandom(seed);
}
