/* mc_scan.h - private to the core: the state of one scan, and what its parts ask of each other.
 *
 * A scan runs through fixed steps (mc_scan.c).  Each step returns 0 when the sticky error is set.
 * What a step reads stays readable until the end of the scan ("kept"), or until the next
 * transient read ("peeked"). */
#ifndef MC_SCAN_H
#define MC_SCAN_H

#include "mc_cursor.h"
#include "mc_image.h"

enum {
  MC_EM_MIPS = 8, MC_EM_SPARCV9 = 43,
  MC_HEAD = 2048,          /* bytes of the first read: headers, PT_INTERP and the notes, as linkers place them */
  MC_CHUNK = 65536,        /* bytes of one streamed or transient read */
  MC_GAP = 16384,          /* reading this much for nothing costs less than another system call */
  MC_FAR = 8 << 20,        /* a table of unknown size is taken to reach to the next one when that is nearer */
  MC_WINDOWS = 32,         /* above the number of tables and groups of tables that one scan keeps */
  MC_RELTYPES = 255,       /* distinct relocation types in one file; psABIs use below 30 */
  MC_DENSE_TYPES = 1152    /* types below this are found by index; AArch64's end at 1032 */
};

/* Memory that is reused from scan to scan. */
typedef struct {
  uint8_t *p;
  size_t cap;
} mc_buf;

enum { MC_INFO_PLAIN, MC_INFO_MIPS64, MC_INFO_SPARC64 };

/* A PT_LOAD. */
typedef struct {
  uint64_t vaddr, off, filesz, memsz;
} mc_load;

/* A dynamic entry whose value is a string offset: the value, and where the entry is. */
typedef struct {
  uint64_t value, at;
} mc_entry;

/* A relocation type seen in this file. */
typedef struct {
  uint32_t type, cls;
  uint64_t count, with_symbol;
  uint16_t bit;      /* 1 << cls, 0 for NONE */
  uint8_t special;   /* NONE, or of a class that mc_odd lists */
} mc_type_row;

/* Bytes [off, off+len) of the file, held in a buffer. */
typedef struct {
  uint64_t off, len;
  mc_buf buf;
} mc_window;

/* Bytes of the file where the image will have them, so that large tables are never copied: a block that
 * is one day the mc_image, with [off, off+len) of the file at byte `at`. */
typedef struct {
  uint8_t *block;
  uint64_t cap, at, off, len;
} mc_span;

struct mc_scratch {
  mc_window win[MC_WINDOWS];
  mc_window peek;
  mc_buf loads, needed, used, verneed, verdef, odd, odd_hash, relocs;
  mc_type_row types[MC_RELTYPES + 1];
  uint8_t type_slot[MC_DENSE_TYPES];   /* 1 + row in types, 0 not seen; all 0 between scans */
};

/* The dynamic entries that the scan looks at. */
enum {
  MC_D_STRTAB, MC_D_STRSZ, MC_D_SYMTAB, MC_D_HASH, MC_D_GNU_HASH, MC_D_VERSYM, MC_D_VERNEED, MC_D_VERNEEDNUM,
  MC_D_VERDEF, MC_D_VERDEFNUM, MC_D_REL, MC_D_RELSZ, MC_D_RELA, MC_D_RELASZ, MC_D_JMPREL, MC_D_PLTRELSZ,
  MC_D_PLTREL, MC_D_RELR, MC_D_RELRSZ, MC_D_SONAME, MC_D_RPATH, MC_D_RUNPATH, MC_D_FLAGS, MC_D_FLAGS_1,
  MC_D_MIPS_GOTSYM, MC_D_MIPS_SYMTABNO, MC_D_N
};

/* Where a table is in the file: avail is what its segment holds of the file from there on,
 * zeros how much zero-filled memory the segment has after that. */
typedef struct {
  uint64_t off, avail, zeros;
} mc_place;

typedef struct {
  int fd;                   /* -1: bytes holds the file */
  mc_view bytes;
  uint64_t file_size;
  const mc_limits *lim;
  mc_scratch *scr;
  mc_err err;               /* sticky: the first error stays */
  int is64, big;
  uint32_t word, sym_size;  /* bytes of a word, of a symbol */
  uint16_t machine;         /* by which relocations are read */
  uint32_t phnum, windows;
  mc_span span;
  int code;                 /* CODE_*, or both */
  uint64_t dyn_vaddr, dyn_filesz, dyn_at;
  uint32_t loads_n, needed_n, verneed_n, verdef_n, odd_n, types_n;
  uint64_t kept_n;          /* rows in scratch.relocs */
  int info_layout;          /* MC_INFO_* */
  uint32_t odd_mask;        /* slots of odd_hash - 1, 0 when there is none */
  uint64_t tag[MC_D_N], tag_at[MC_D_N];
  uint32_t seen;            /* bit per MC_D_* */
  uint32_t dyn_flags;       /* MC_F_* of the tags seen */
  uint64_t text_end;        /* a string that starts below it ends inside the string table */
  uint32_t used_n;          /* symbols that `used` has room for, all below it initialised */
  uint32_t hash_syms;       /* what the hash tables and DT_MIPS_SYMTABNO say of the count */
  mc_place place[MC_D_N];   /* of the entries that are addresses */
  uint64_t sym_bound;       /* file offset of the nearest table after the symbol table */
  mc_view str, sym, versym, hash, gnu_hash, interp;
  uint8_t build_id[64];
  uint32_t build_id_len;
  mc_image im;
} mc_scan;

_Static_assert(MC_D_N <= 32, "mc_scan.seen has a bit for each");

/* mc_source.c: bytes of the file */
int mc_fail(mc_scan *, int status, uint32_t table, uint64_t offset, int64_t index);
int mc_room(mc_scan *, mc_buf *, uint64_t bytes, uint64_t keep);
int mc_open(mc_scan *);
mc_view mc_keep(mc_scan *, uint64_t off, uint64_t len, uint32_t table);
mc_view mc_peek(mc_scan *, uint64_t off, uint64_t len, uint32_t table);
int mc_prefetch(mc_scan *, uint64_t off, uint64_t end);
int mc_read_span(mc_scan *, uint64_t off, uint64_t end);
void mc_scratch_trim(mc_scratch *);

/* mc_dynamic.c: PT_DYNAMIC, addresses */
int mc_read_dynamic(mc_scan *);
int mc_read_strings(mc_scan *);
int mc_plan_reads(mc_scan *);
MC_INLINE int mc_has_tag(const mc_scan *s, unsigned tag)
{
  return (int)(s->seen >> tag & 1);
}

/* mc_sym.c: how many symbols, and the symbols */
int mc_read_hashes(mc_scan *);
int mc_read_symbols(mc_scan *);

/* mc_reloc.c, mc_relclass.c: relocations */
int mc_read_relocs(mc_scan *);
int mc_used_room(mc_scan *, uint64_t symbols);
uint32_t mc_reloc_class(uint16_t machine, int is64, uint32_t type);
int mc_machine_known(uint16_t machine);

/* mc_version.c: DT_VERNEED, DT_VERDEF */
int mc_read_versions(mc_scan *);

/* mc_image.c: the finished block */
mc_image *mc_build_image(mc_scan *);

#endif
