/* mc_code.h - what the machine code of one ELF file says: functions, their frames, who calls whom.
 *
 * ELF and psABI only, nothing of any libc.  Boundaries and frames come from .eh_frame (through
 * PT_GNU_EH_FRAME), .ARM.exidx and instructions; symbols help where they are.  x86_64 and
 * aarch64 have calls and arguments; other machines have frames only (mc_code_has).
 * Total: any bytes give an answer or an error.  Memory is bounded by the size of the file. */
#ifndef MC_CODE_H
#define MC_CODE_H

#include "mc_image.h"

/* CFFI BEGIN */

/* Where a function is known from, and what is known of it: mc_func.flags. */
enum {
  MC_FN_FDE      = 1 << 0,   /* has a row in .eh_frame or .ARM.exidx */
  MC_FN_SYMBOL   = 1 << 1,   /* named by .symtab */
  MC_FN_EXPORT   = 1 << 2,   /* named by the dynamic symbol table */
  MC_FN_ENTRY    = 1 << 3,   /* e_entry */
  MC_FN_INIT     = 1 << 4,   /* DT_INIT, DT_FINI or one of their arrays */
  MC_FN_FOUND    = 1 << 5,   /* only because something calls it or takes its address */
  MC_FN_SIZED    = 1 << 6,   /* its end is known, not guessed from the next start */
  MC_FN_LEA      = 1 << 7,   /* code takes its address */
  MC_FN_POINTED  = 1 << 8,   /* data points to it */
  MC_FN_DYNAMIC  = 1 << 9,   /* lowers the stack pointer by an unknown amount (alloca, VLA) */
  MC_FN_PROBED   = 1 << 10,  /* touches its stack page by page */
  MC_FN_SWEPT    = 1 << 11,  /* the frame comes from its instructions */
  MC_FN_NOFRAME  = 1 << 12,  /* the frame is not known: mc_func.frame is a lower bound */
  MC_FN_INDIRECT = 1 << 13,  /* calls or jumps through a pointer */
  MC_FN_STUB     = 1 << 14,  /* procedure linkage table */
  MC_FN_CALLED   = 1 << 15   /* with MC_FN_FOUND: code that is known to be code calls it */
};

/* What a reference in code does: mc_call.kind. */
enum {
  MC_CALL_DIRECT = 0,
  MC_CALL_TAIL   = 1,   /* a jump to a start: replaces the frame */
  MC_CALL_TAKES  = 2    /* takes the address */
};

/* What a machine has here: mc_code_has. */
enum { MC_HAS_FRAMES = 1, MC_HAS_CALLS = 2, MC_HAS_ARGS = 4 };

#define MC_NO_FUNC 0xffffffff
/* Set in mc_call.target: the rest is a dynamic symbol's index that this object does not define. */
#define MC_IMPORT 0x80000000
/* Arguments that mc_code_args gives for each site. */
#define MC_ARGS 6

typedef struct {
  uint64_t addr;
  uint32_t size;
  uint32_t frame;               /* bytes, the return address included where the call pushes it */
  uint32_t flags;               /* MC_FN_* */
  uint32_t name;                /* private: see mc_code_name */
  uint32_t call_first, call_n;  /* its rows in mc_code_calls */
} mc_func;

typedef struct {
  uint64_t at;       /* address of the instruction */
  uint32_t target;   /* index of a function, or MC_IMPORT | dynamic symbol */
  uint32_t kind;     /* MC_CALL_* */
} mc_call;

/* A word of data that holds an address when the program runs. */
typedef struct {
  uint64_t slot;
  uint64_t value;    /* address in this object, or the addend when sym is not 0 */
  uint32_t sym;      /* dynamic symbol, 0: none */
  uint32_t cls;      /* MC_RC_* */
} mc_ptr;

/* What an argument register holds at a call. */
enum {
  MC_ARG_UNKNOWN = 0,
  MC_ARG_CONST,      /* the integer `value` */
  MC_ARG_ADDR,       /* the address `value` of this object, formed relative to the code */
  MC_ARG_SYMBOL,     /* the address of dynamic symbol `value`, read from the GOT */
  MC_ARG_STACK,      /* the address of a local: `value` is its offset from register `base` */
  MC_ARG_LOADED      /* what memory at address `value` holds at run time */
};
typedef struct {
  uint64_t value;
  uint32_t kind;     /* MC_ARG_* */
  uint32_t base;
} mc_arg;

typedef struct {
  uint64_t bytes;        /* of the file's parts that are held in memory */
  uint32_t functions;
  uint32_t calls;
  uint32_t pointers;
} mc_code_limits;

typedef struct mc_code mc_code;

void mc_code_limits_default(mc_code_limits *);
/* Reads the code of the file that `image` is of.  The image, and the bytes of the buffer form,
 * must live as long as the result.  An image scanned with keep_relocs has its pointers and
 * calls through the GOT known; one without has neither.  NULL: see err. */
mc_code *mc_code_scan_fd(int fd, const mc_image *image, const mc_code_limits *, mc_err *);
mc_code *mc_code_scan_buffer(const void *bytes, size_t n, const mc_image *image, const mc_code_limits *, mc_err *);
void mc_code_free(mc_code *);

uint32_t mc_code_has(const mc_code *);                             /* MC_HAS_* */
const mc_func *mc_code_funcs(const mc_code *, uint32_t *n);        /* by address */
const mc_call *mc_code_calls(const mc_code *, uint32_t *n);        /* by function, then address */
const mc_ptr *mc_code_pointers(const mc_code *, uint32_t *n);      /* by slot */
uint64_t mc_code_bytes(const mc_code *);                           /* executable bytes looked at */
const char *mc_code_name(const mc_code *, uint32_t func);          /* "" when it has none */
uint32_t mc_code_func_at(const mc_code *, uint64_t addr);          /* that holds addr, or MC_NO_FUNC */
uint32_t mc_code_caller(const mc_code *, uint32_t call);           /* of a row of mc_code_calls */
/* Rows that refer to a target; returns how many there are, writes at most cap. */
uint32_t mc_code_refs(const mc_code *, uint32_t target, uint32_t *out, uint32_t cap);
/* Rows of mc_code_pointers whose value is addr and which name no symbol; as mc_code_refs. */
uint32_t mc_code_pointing(const mc_code *, uint64_t addr, uint32_t *out, uint32_t cap);
/* The row for a slot, or MC_NO_FUNC. */
uint32_t mc_code_slot(const mc_code *, uint64_t slot);
/* Copies at most n bytes of the file's memory image from addr; returns how many there were. */
uint64_t mc_code_read(const mc_code *, uint64_t addr, void *out, uint64_t n);
/* p_flags of the segment that holds addr, 0 when none does. */
uint32_t mc_code_prot(const mc_code *, uint64_t addr);
/* Where bytes occur in the memory image; as mc_code_refs, with addresses. */
uint32_t mc_code_find(const mc_code *, const void *bytes, uint32_t n, uint64_t *out, uint32_t cap);
/* The arguments at call rows `rows` (ascending), MC_ARGS each. */
void mc_code_args(const mc_code *, const uint32_t *rows, uint32_t n, mc_arg *out);

/* CFFI END */
#endif
