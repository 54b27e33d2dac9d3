/* mc_lookup.h - private to the core: names looked up in an image's hash tables as a loader does, and the
 * symbols that relocations use.
 *
 * mc_lookup is mc_image_find with the hashes given, for callers that ask many images for one name, and with
 * a word on what it passed over. */
#ifndef MC_LOOKUP_H
#define MC_LOOKUP_H

#include "mc_image.h"

typedef struct {
  uint32_t gnu, sysv;
} mc_hashes;

/* The GNU and the SysV (gABI) hash of a name. */
mc_hashes mc_hashes_of(const char *name);

/* The first symbol of this name in its chain without the hidden version bit; 0: none.
 * *hidden is set when the chain holds a definition of the name with that bit. */
uint32_t mc_lookup(const mc_image *, const char *name, const mc_hashes *, int *hidden);

/* The next symbol at or after i that a relocation uses; *run: how many such follow each other, itself
 * included, `most` at most, 0 when there is none. */
uint32_t mc_next_used(const mc_image *, uint32_t i, uint32_t most, uint32_t *run);

#endif
