/* mc_lookup.h - private to the core: a name looked up in an image's hash tables, as a loader does.
 *
 * mc_image_find with the hashes given, for callers that ask many images for one name, and with
 * a word on what it passed over. */
#ifndef MC_LOOKUP_H
#define MC_LOOKUP_H

#include "mc_image.h"

typedef struct {
  uint32_t gnu, sysv;
} mc_hashes;

mc_hashes mc_hashes_of(const char *name);

/* The first symbol of this name in its chain without the hidden version bit; 0: none.
 * *hidden is set when the chain holds a definition of the name with that bit. */
uint32_t mc_lookup(const mc_image *, const char *name, const mc_hashes *, int *hidden);

#endif
