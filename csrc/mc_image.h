/* mc_image.h - what the scanner says of one ELF file, and how C code reads it.
 *
 * The core knows ELF (gABI, psABI, the GNU extensions) and nothing of any libc.
 * Everything comes from the ELF header, the program headers and what PT_DYNAMIC
 * points at, because that is all that a loader sees.  Section headers are never read.
 *
 * One mc_image is one block of memory: this header, then the tables, addressed by
 * offsets from the block's start.  It can be copied with memcpy and freed with one call.
 * All functions are total: any bytes give an image or an error, never a signal.
 *
 * The part between the CFFI marks is also the cdef that Python compiles against,
 * so that there is one declaration of each thing. */
#ifndef MC_IMAGE_H
#define MC_IMAGE_H

#include <stddef.h>
#include <stdint.h>

/* CFFI BEGIN */

#define MC_IMAGE_ABI 1

/* Why a scan gave no image.  mc_err.table says where, mc_err.offset the file offset. */
enum {
  MC_OK = 0,
  MC_NOT_ELF = 1,     /* the magic is not there: not an error of the file */
  MC_TRUNCATED = 2,   /* a table reaches past the end of the file or of its segment */
  MC_MALFORMED = 3,   /* a field has a value that the gABI does not allow */
  MC_LIMIT = 4,       /* a limit of mc_limits was reached; mc_err.offset is the size asked for */
  MC_IO = 5,          /* pread failed; mc_err.sys_errno says why */
  MC_CHANGED = 6,     /* the file got shorter while it was read */
  MC_NOMEM = 7
};

/* The tables that an error, or a limit, can name. */
enum {
  MC_T_FILE = 0, MC_T_EHDR, MC_T_PHDR, MC_T_INTERP, MC_T_DYNAMIC, MC_T_STRTAB, MC_T_SYMTAB,
  MC_T_HASH, MC_T_GNU_HASH, MC_T_VERSYM, MC_T_VERNEED, MC_T_VERDEF,
  MC_T_REL, MC_T_RELA, MC_T_JMPREL, MC_T_RELR, MC_T_NOTE, MC_T_MIPS_GOT, MC_T_COUNT
};

/* Facts about the object, mc_image.flags. */
enum {
  MC_F_DYNAMIC        = 1 << 0,   /* has PT_DYNAMIC */
  MC_F_INTERP         = 1 << 1,   /* has PT_INTERP */
  MC_F_PT_PHDR        = 1 << 2,
  MC_F_TLS            = 1 << 3,
  MC_F_GNU_STACK      = 1 << 4,
  MC_F_EXECSTACK      = 1 << 5,   /* PT_GNU_STACK has PF_X */
  MC_F_RELRO          = 1 << 6,
  MC_F_TEXTREL_TAG    = 1 << 7,   /* DT_TEXTREL */
  MC_F_TEXTREL_FLAG   = 1 << 8,   /* DF_TEXTREL */
  MC_F_BIND_NOW       = 1 << 9,   /* DT_BIND_NOW, DF_BIND_NOW or DF_1_NOW */
  MC_F_STATIC_TLS     = 1 << 10,  /* DF_STATIC_TLS */
  MC_F_PIE            = 1 << 11,  /* DF_1_PIE */
  MC_F_HASH           = 1 << 12,  /* DT_HASH */
  MC_F_GNU_HASH       = 1 << 13,  /* DT_GNU_HASH */
  MC_F_VERSYM         = 1 << 14,
  MC_F_RELR           = 1 << 15,  /* DT_RELR with a size above 0 */
  MC_F_ANDROID_REL    = 1 << 16,  /* DT_ANDROID_REL, RELA or RELR */
  MC_F_CREL           = 1 << 17,  /* DT_CREL */
  MC_F_IRELATIVE      = 1 << 18,  /* at least one IRELATIVE relocation */
  MC_F_IFUNC_DEF      = 1 << 19,  /* defines a symbol of type STT_GNU_IFUNC */
  MC_F_INIT           = 1 << 20,  /* DT_INIT */
  MC_F_INIT_ARRAY     = 1 << 21,
  MC_F_PREINIT_ARRAY  = 1 << 22,
  MC_F_FINI_ARRAY     = 1 << 23,
  MC_F_SYMBOLIC       = 1 << 24,
  MC_F_FILTER         = 1 << 25,  /* DT_FILTER or DT_AUXILIARY */
  MC_F_TPOFF          = 1 << 26,  /* at least one TPOFF class relocation (initial-exec TLS) */
  MC_F_UNKNOWN_MACHINE= 1 << 27,  /* relocation types of this e_machine have no class here */
  MC_F_GO             = 1 << 28,  /* has a Go build id note */
  MC_F_SECTIONS       = 1 << 29,  /* e_shnum is not 0 (a fact only, never used to decide) */
  MC_F_HOLLOW         = 1 << 30   /* a program or library of which nothing is loaded: no PT_LOAD, or none of the
                                     executable ones has bytes in the file (separate debug information) */
};

/* Relocation classes, by what a loader does with them (names as in the psABIs). */
enum {
  MC_RC_NONE = 0,
  MC_RC_SYMBOLIC,     /* word-sized absolute: R_X86_64_64, R_AARCH64_ABS64, R_386_32 */
  MC_RC_GLOB_DAT,
  MC_RC_JUMP_SLOT,
  MC_RC_COPY,
  MC_RC_RELATIVE,
  MC_RC_DTPMOD,
  MC_RC_DTPOFF,
  MC_RC_TPOFF,
  MC_RC_TLSDESC,
  MC_RC_IRELATIVE,
  MC_RC_OTHER,        /* known to the psABI, none of the above: PC32, 32, SIZE64, ... */
  MC_RC_UNKNOWN       /* not a number that this machine's psABI (as known here) defines */
};

typedef struct {
  int32_t  status;    /* MC_OK ... */
  uint32_t table;     /* MC_T_* */
  uint64_t offset;    /* bytes from the start of the file */
  int32_t  sys_errno; /* for MC_IO */
  int32_t  index;     /* row within the table, -1 when there is none */
} mc_err;

typedef struct {
  uint64_t block_bytes;  /* size of one mc_image */
  uint32_t phnum;
  uint32_t symbols;
  uint32_t needed;
  uint32_t odd_relocs;   /* distinct (type, symbol) pairs of mc_odd */
  uint64_t reloc_bytes;  /* of one relocation table */
  uint16_t as_machine;   /* 0, or classify relocations as a loader of this e_machine would */
  uint16_t keep_relocs;  /* 1: keep every relocation as an mc_reloc row */
} mc_limits;

/* A dynamic symbol, decoded: host byte order, same for both classes. */
typedef struct {
  uint64_t value, size;
  uint32_t name;       /* offset in the string table; see mc_image_str */
  uint32_t used;       /* bit (1 << MC_RC_x) for each class of relocation that refers to it */
  uint16_t shndx;      /* 0 is SHN_UNDEF */
  uint16_t version;    /* DT_VERSYM entry without the hidden bit; 0 local, 1 global or none */
  uint8_t  bind, type, visibility;
  uint8_t  hidden;     /* the 0x8000 bit of DT_VERSYM */
} mc_sym;

/* One Vernaux row: this object wants version `name` of file `file`. */
typedef struct { uint32_t file, name, hash; uint16_t flags, other; } mc_verneed;
/* One Verdef row. */
typedef struct { uint32_t name, hash; uint16_t flags, ndx; } mc_verdef;
/* How often each relocation type occurs, NONE left out. */
typedef struct { uint32_t type, cls; uint64_t count, with_symbol; } mc_reltype;
/* Distinct (type, symbol) pairs of the classes TLSDESC, IRELATIVE, OTHER and UNKNOWN; offset is the first r_offset. */
typedef struct { uint32_t type, sym; uint64_t offset; } mc_odd;
/* A relocation, kept only on request. table is MC_T_REL, MC_T_RELA, MC_T_JMPREL
 * or MC_T_MIPS_GOT (a GOT entry of a global symbol, which has no offset here). */
typedef struct { uint64_t offset; int64_t addend; uint32_t type, sym; uint32_t table; uint32_t cls; } mc_reloc;

typedef struct {
  uint32_t abi;             /* MC_IMAGE_ABI */
  uint32_t flags;           /* MC_F_* */
  uint64_t total;           /* bytes of the block, this header included */
  uint64_t file_size;
  uint64_t entry;
  uint16_t machine, type;   /* e_machine, e_type */
  uint8_t  elf_class;       /* 32 or 64 */
  uint8_t  data;            /* 1 little, 2 big endian (EI_DATA) */
  uint8_t  osabi, abiversion;
  uint32_t e_flags;
  uint64_t tls_filesz, tls_memsz, tls_align;
  uint64_t stack_memsz;     /* PT_GNU_STACK p_memsz */
  uint64_t relro_vaddr, relro_memsz;
  uint64_t flags_dt, flags_1;       /* DT_FLAGS, DT_FLAGS_1 */
  uint64_t relr_count;              /* words in DT_RELR */
  uint64_t relocs;                  /* entries in REL + RELA + JMPREL, NONE left out */
  /* String table offsets; 0 is "not there" (offset 0 of every string table is ""). */
  uint32_t soname, rpath, runpath;
  /* Tables in this block: offset from its start, and rows.  Offset 0: not there. */
  uint32_t interp_off, interp_len;  /* bytes, without the NUL */
  uint32_t str_off, str_len;        /* the string table, always NUL-terminated here */
  uint32_t needed_off, needed_n;    /* uint32_t string offsets, in DT_NEEDED order */
  uint32_t sym_n;                   /* dynamic symbols, the null symbol included */
  uint32_t verneed_off, verneed_n;  /* mc_verneed */
  uint32_t verdef_off, verdef_n;    /* mc_verdef */
  uint32_t reltype_off, reltype_n;  /* mc_reltype */
  uint32_t odd_off, odd_n;          /* mc_odd */
  uint32_t reloc_off, reloc_n;      /* mc_reloc */
  uint32_t build_id_off, build_id_len;
  /* Private to the core; use the functions below. */
  uint32_t sym_off, used_off, versym_off, gnu_hash_off, gnu_hash_len, hash_off, hash_len;
  uint32_t reserved[4];
} mc_image;

typedef struct mc_scratch mc_scratch;   /* reusable memory of one thread */

mc_scratch *mc_scratch_new(void);
void mc_scratch_free(mc_scratch *);

void mc_limits_default(mc_limits *);

/* Scan an open regular file with pread; the file position is not used.  NULL: see err.
 * Limits NULL: the default ones. */
mc_image *mc_scan_fd(int fd, const mc_limits *, mc_scratch *, mc_err *);
/* Scan n bytes.  Same answer as mc_scan_fd on a file of these bytes. */
mc_image *mc_scan_buffer(const void *bytes, size_t n, const mc_limits *, mc_scratch *, mc_err *);
/* mc_scan_fd for each of n descriptors (a negative one is passed over: out NULL, status MC_IO). */
void mc_scan_fds(const int *fds, size_t n, const mc_limits *, mc_scratch *, mc_image **out, mc_err *errs);
void mc_image_free(mc_image *);

/* Decode symbols first .. first+n-1 into out; returns how many there were. */
uint32_t mc_image_syms(const mc_image *, uint32_t first, uint32_t n, mc_sym *out);
/* The indices of the undefined symbols that a relocation uses; how many there are, of which at most cap are in out. */
uint32_t mc_image_refs(const mc_image *, uint32_t *out, uint32_t cap);
/* The symbol that the hash tables give for this name: DT_GNU_HASH when there is one, else DT_HASH;
 * entries with the hidden version bit are passed over.  0: none.  Does not judge type or binding. */
uint32_t mc_image_find(const mc_image *, const char *name);
/* Every symbol of this name, hidden ones too, by a walk over the whole table: for explanations. */
uint32_t mc_image_find_all(const mc_image *, const char *name, uint32_t *out, uint32_t cap);
/* The first undefined symbol that has one of n names, which follow each other, each with its NUL.  0: none. */
uint32_t mc_image_wants(const mc_image *, const char *names, uint32_t n);
/* A string of the string table; "" when the offset is outside of it. */
const char *mc_image_str(const mc_image *, uint32_t off);

/* CFFI END */
#endif
