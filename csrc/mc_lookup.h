/* mc_lookup.h - private to the core: the tables of a finished image, names looked up in its hash tables as a
 * loader does, and the symbols that relocations use.
 *
 * mc_lookup is mc_image_find with the hashes given, for callers that ask many images for one name, and with
 * a word on what it passed over. */
#ifndef MC_LOOKUP_H
#define MC_LOOKUP_H

#include "mc_cursor.h"
#include "mc_image.h"

/* The len bytes of a table that stays as the file has it; an empty view when it is not there. */
MC_INLINE mc_view mc_part(const mc_image *im, uint32_t off, uint64_t len)
{
  mc_view v = {(const uint8_t *)im, im->total};
  return off ? mc_sub(v, off, len) : (mc_view){NULL, 0};
}

typedef struct {
  uint32_t gnu, sysv;
} mc_hashes;

/* The GNU and the SysV (gABI) hash of a name. */
mc_hashes mc_hashes_of(const char *name);

/* What lookups met on their way; the caller sets it to 0 first. */
typedef struct {
  uint64_t steps;   /* chain entries looked at */
  int hidden;       /* one of them is a definition of the name with the hidden version bit */
} mc_walk;

/* Chain entries after which mc_join and mc_bind give up.  A linker makes chains of a few entries; a file
 * made to be slow can have one chain of all its symbols, and as many references that walk it. */
#define MC_WALK_MAX ((uint64_t)1 << 28)

/* The first symbol of this name in its chain without the hidden version bit; 0: none. */
uint32_t mc_lookup(const mc_image *, const char *name, const mc_hashes *, mc_walk *);

/* The next symbol at or after i that a relocation uses; *run: how many such follow each other, itself
 * included, `most` at most, 0 when there is none. */
uint32_t mc_next_used(const mc_image *, uint32_t i, uint32_t most, uint32_t *run);

#endif
