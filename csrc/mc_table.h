/* mc_table.h - a read-only lookup table over names, and the join of an image against it.
 *
 * The table is a minimal perfect hash: a name gives a row, and the row number is the slot.
 * Planes hold one bit per row ("this build exports the name"), columns one byte per row.
 * The bytes come from a file that a build step wrote, so they are checked in full when the
 * table is opened: after that no lookup needs a check.
 *
 * Nothing here knows a libc by name.  What counts as the libc's, and which definitions a
 * loader accepts, comes in through mc_join_spec. */
#ifndef MC_TABLE_H
#define MC_TABLE_H

#include "mc_image.h"

/* CFFI BEGIN */

#define MC_TABLE_ABI 1
#define MC_NO_ROW 0xffffffff
#define MC_GAVE_UP 0xfffffffe

/* Why mc_table_open refused the bytes. */
enum {
  MC_TABLE_OK = 0,
  MC_TABLE_SHORT = 1,      /* fewer bytes than the header says, or than a header has */
  MC_TABLE_MAGIC = 2,      /* not such a table */
  MC_TABLE_STALE = 3,      /* written for another MC_TABLE_ABI */
  MC_TABLE_LAYOUT = 4,     /* a section lies outside of the bytes or has the wrong size */
  MC_TABLE_CHECKSUM = 5,   /* the bytes are not those that were written */
  MC_TABLE_CONTENT = 6     /* a row, displacement or string that no lookup could have been built from */
};

/* An opened table, never without rows: pointers into the caller's bytes, which must outlive it. */
typedef struct {
  const uint8_t *disp, *rows, *planes, *columns;
  const char *strings, *meta;
  uint32_t row_n, bucket_n, plane_n, plane_bytes, column_n, strings_len, meta_len;
} mc_table;

/* Checks n bytes in full and fills *out; gives MC_TABLE_OK or why not. */
int mc_table_open(const void *bytes, size_t n, mc_table *out);
/* The row of a name, or MC_NO_ROW. */
uint32_t mc_table_find(const mc_table *, const char *name);
/* Plane i, plane_bytes long: bit (row & 7) of byte (row >> 3).  NULL: no such plane. */
const uint8_t *mc_table_plane(const mc_table *, uint32_t i);
/* Byte of column i at a row; 0 for a column or row that is not there. */
uint8_t mc_table_column(const mc_table *, uint32_t i, uint32_t row);
/* The name of a row; "" for a row that is not there. */
const char *mc_table_name(const mc_table *, uint32_t row);

/* mc_join_spec.flags */
enum {
  MC_JOIN_WEAK = 1 << 0,       /* also give weak references that nothing provides */
  MC_JOIN_UNDEF_VALUE = 1 << 1 /* an undefined entry with a value is a definition for all but JUMP_SLOT */
};

/* mc_ref.flags */
enum {
  MC_REF_OWN = 1 << 0,         /* defined by the object itself, in a way that the loader does not accept */
  MC_REF_COPY = 1 << 1,        /* a COPY relocation: the definition has to be another object's */
  MC_REF_UNVERSIONED = 1 << 2  /* no version says whose it is; the name is one of the libc's */
};

typedef struct {
  const mc_table *table;
  const uint8_t *provided;     /* plane: names that the target's libc defines */
  const uint8_t *fallback;     /* plane or NULL: names that its loader maps to another one */
  const uint8_t *known;        /* plane: names that are some libc's */
  const uint8_t *owner_files;  /* plane: rows that are file names of libraries whose versions are the libc's */
  const char *reserved;        /* prefixes of file names that are the libc itself: each NUL-terminated, then "" */
  const mc_image *libc;        /* NULL, or a libc to ask for names that have no row */
  uint32_t ok_types, ok_binds; /* bit (1 << STT_x), (1 << STB_x): definitions that the loader accepts */
  uint32_t flags;              /* MC_JOIN_* */
} mc_join_spec;

/* A reference that the libc should satisfy and does not. */
typedef struct {
  uint32_t sym;                /* index of the dynamic symbol */
  uint32_t row;                /* of the table, or MC_NO_ROW */
  uint32_t used;               /* as mc_sym.used */
  uint32_t file;               /* index of the image's mc_verneed, or MC_NO_ROW */
  uint32_t name;               /* string offset of its name */
  uint8_t bind, type;          /* STB_*, STT_* of the reference */
  uint16_t flags;              /* MC_REF_* */
} mc_ref;

/* Every symbol that a relocation uses is in exactly one of these, STB_LOCAL left out. */
typedef struct {
  uint32_t own;                /* satisfied by the object itself */
  uint32_t libc;               /* satisfied by the libc */
  uint32_t fallback;           /* satisfied through the fallback plane */
  uint32_t others;             /* belongs to other libraries */
  uint32_t missing;            /* strong, not satisfied */
  uint32_t weak;               /* weak, the libc's, not satisfied: binds to 0 */
} mc_join_counts;

/* Judges the references of one image by itself.  Writes at most cap rows and returns how
 * many there are (missing, and weak ones when asked for); counts may be NULL.  MC_GAVE_UP: the hash tables are
 * made so that looking names up takes too long, and nothing is known. */
uint32_t mc_join(const mc_image *, const mc_join_spec *, mc_ref *out, uint32_t cap, mc_join_counts *counts);
/* Sets in plane (plane_bytes long) the bit of each row that the image defines acceptably;
 * returns how many of its acceptable definitions have no row. */
uint32_t mc_table_mark(const mc_table *, const mc_image *, uint32_t ok_types, uint32_t ok_binds, uint8_t *plane);

/* CFFI END */

/* The bit of a row in a plane, or of any number in a set of that form. */
static inline int mc_bit(const uint8_t *plane, uint32_t row)
{
  return plane[row >> 3] >> (row & 7) & 1;
}

/* Are type and binding, of four bits each, among those of the masks? */
static inline int mc_of_kinds(uint32_t type, uint32_t bind, uint32_t types, uint32_t binds)
{
  return (types >> type & 1) && (binds >> bind & 1);
}
#endif
