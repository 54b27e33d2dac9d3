/* The additive feedback generator behind random() and random_r(), with glibc's struct random_data. */
#ifndef MC_RANDOM_H
#define MC_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* <stdlib.h> of glibc, struct random_data: front and rear pointer, state without its first word, kind, degree, gap, end. */
struct mc_random {
	int32_t *front, *rear, *state;
	int kind, degree, gap;
	int32_t *end;
};

int mc_random_next(struct mc_random *r, int *result);
int mc_random_seed(unsigned seed, struct mc_random *r);
int mc_random_init(unsigned seed, char *state, size_t size, struct mc_random *r);
int mc_random_set(char *state, struct mc_random *r);

#endif
