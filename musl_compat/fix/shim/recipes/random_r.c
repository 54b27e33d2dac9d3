/* recipe: random_r
 * symbols: random_r srandom_r initstate_r setstate_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_random
 * fidelity: exact
 * differs: -
 * spec: glibc manual, "BSD Random" (random_r); random_r(3); random(3), the additive feedback generator of 4.3BSD with degrees 0
 *   7 15 31 63
 * scope: public
 */
#include <errno.h>
#include "include/mc_random.h"

static int refuse(void)
{
	errno = EINVAL;
	return -1;
}

int random_r(struct mc_random *r, int *result)
{
	return r && result ? mc_random_next(r, result) : refuse();
}

int srandom_r(unsigned seed, struct mc_random *r)
{
	return r ? mc_random_seed(seed, r) : refuse();
}

int initstate_r(unsigned seed, char *state, size_t size, struct mc_random *r)
{
	return r ? mc_random_init(seed, state, size, r) : refuse();
}

int setstate_r(char *state, struct mc_random *r)
{
	return r && state ? mc_random_set(state, r) : refuse();
}
