/* mc_bind.h - every reference of every object of a link map, looked up as a loader does.
 *
 * A link map is a list of images in lookup order.  A reference binds when some image of the
 * list, or the libc at its place in it, defines the name acceptably.  What is acceptable,
 * which relocation classes need a definition proper and which pass over the first object
 * comes in through mc_bind_spec: nothing here knows a libc. */
#ifndef MC_BIND_H
#define MC_BIND_H

#include "mc_table.h"

/* CFFI BEGIN */

/* mc_unbound.why: what the search met instead of a definition. */
enum {
  MC_WHY_NOT_FOUND = 0,   /* no object has the name */
  MC_WHY_UNDEFINED = 1,   /* only undefined entries, or definitions without a value */
  MC_WHY_TYPE = 2,        /* a definition whose type or binding is not accepted (STT_GNU_IFUNC) */
  MC_WHY_HIDDEN = 3       /* a definition under a hidden (non-default) version */
};

/* What mc_bind gives instead of a count. */
#define MC_BIND_NOMEM 0xffffffff

typedef struct {
  const mc_table *table;       /* NULL: the libc is known by its image alone */
  const uint8_t *provided;     /* plane: names that the libc defines */
  const uint8_t *fallback;     /* plane or NULL: names that the loader maps to another one of the libc, asked
                                  last and whether or not the libc has a place in the list */
  const mc_image *libc;        /* NULL, or a libc to ask for names that have no row */
  uint32_t has_libc;           /* 1: the libc has a place in the list, after the first object; 0: it has none */
  uint32_t ok_types, ok_binds; /* bit (1 << STT_x), (1 << STB_x): definitions that the loader accepts */
  uint32_t need_def;           /* bit (1 << MC_RC_x): classes for which an undefined entry with a value is no answer */
  uint32_t not_first;          /* classes whose search passes over the first object */
  uint32_t weak;               /* classes for which an unbound weak reference is given too */
} mc_bind_spec;

/* A reference that did not bind. */
typedef struct {
  uint32_t object;             /* index in the list */
  uint32_t sym;                /* index of the dynamic symbol */
  uint32_t row;                /* of the table, or MC_NO_ROW */
  uint32_t used;               /* bit (1 << MC_RC_x) of the classes that did not bind */
  uint8_t why;                 /* MC_WHY_* */
  uint8_t bind;                /* STB_* of the reference */
  uint8_t weak;                /* 1: undefined and weak, so it binds to 0 */
  uint8_t pad;
} mc_unbound;

/* Binds all n images.  Writes at most cap rows, by object and symbol index, and returns how many
 * there are, or MC_BIND_NOMEM, or MC_GAVE_UP as mc_join. */
uint32_t mc_bind(const mc_image *const *list, uint32_t n, const mc_bind_spec *, mc_unbound *out, uint32_t cap);

/* CFFI END */
#endif
