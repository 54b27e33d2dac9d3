/* mc_code_int.h - private to the code part of the core: its state, and what its files ask of each other. */
#ifndef MC_CODE_INT_H
#define MC_CODE_INT_H

#include "mc_code.h"
#include "mc_cursor.h"

enum {
  MC_CODE_386 = 3, MC_CODE_ARM = 40, MC_CODE_X86_64 = 62, MC_CODE_AARCH64 = 183, MC_CODE_RISCV = 243,
  MC_CODE_LOADS = 64,            /* PT_LOAD segments; linkers write below 10 */
  MC_FRAME_MAX = 16 << 20,       /* a constant above this is no frame */
  MC_PF_X = 1, MC_PF_W = 2
};

/* A PT_LOAD: its bytes in the file, at their address. */
typedef struct {
  uint64_t vaddr, memsz, offset;
  uint32_t flags;
  mc_view v;
} mc_seg;

/* The starts of functions in 64 bytes of code: a bit for each byte, how many starts there are before (wherever they
 * lie), so that an address gives the function's index at once, and whether one may be a procedure linkage table. */
typedef struct {
  uint64_t bits;
  uint32_t rank, stub;
} mc_word;

/* Those of one executable segment. */
typedef struct {
  uint64_t base, n;
  mc_word *word;
} mc_starts;

/* Addresses that are called or taken and that no known function covers. */
typedef struct {
  uint64_t addr;
  uint32_t flags;    /* MC_FN_* to add it with */
} mc_lead;
typedef struct {
  mc_lead *at;
  uint32_t n, cap;
} mc_found;

/* References to code that are no references as long as nothing starts there. */
typedef struct {
  uint64_t at, to;
} mc_pend;
typedef struct {
  mc_pend *row;
  uint32_t n, cap;
} mc_pending;

/* What the GOT slots that were looked at last lead to: most calls are of a few imports. */
enum { MC_MEMO = 1024 };
typedef struct {
  uint64_t slot;
  uint32_t target;
} mc_memo;

struct mc_code {
  const mc_image *img;
  mc_code_limits lim;
  mc_err err;                     /* sticky */
  int fd;                         /* -1: file holds the bytes */
  mc_view file;
  uint64_t file_size, held;
  int is64, big;
  uint16_t machine;
  mc_seg seg[MC_CODE_LOADS];
  uint32_t seg_n;
  uint8_t *own[MC_CODE_LOADS + 8];   /* what was read from fd */
  uint32_t own_n;
  uint64_t eh_hdr, eh_hdr_len, exidx, exidx_len, dyn, dyn_len, relro, relro_len;
  mc_view symtab, strtab;         /* .symtab, when section headers give it */
  mc_starts starts[MC_CODE_LOADS];
  uint32_t starts_n;
  uint64_t text_lo, text_hi;      /* executable segments lie in [text_lo, text_hi) */
  mc_func *fn;
  uint32_t fn_n, fn_cap;
  uint32_t sorted_n;              /* of these in order, each start once, and in the index of starts */
  mc_call *call;
  uint32_t call_n, call_cap;
  mc_ptr *ptr;
  uint32_t ptr_n, ptr_cap;
  mc_found found;
  mc_pending pending;
  mc_memo memo[MC_MEMO];
  uint64_t span_lo, span_hi;      /* from the first function with an unwind row to the end of the last */
  uint64_t code_bytes;
  void *tables;                   /* what a machine's part keeps, one block */
};

/* How an address that is no known start is referred to: mc_code_miss. */
enum { MC_MISS_JUMP, MC_MISS_SEEN, MC_MISS_CALLED };

/* How many bits are set.  Not the builtin, which is a call where the processor's instruction may not be used. */
MC_INLINE uint32_t mc_count(uint64_t w)
{
  w -= w >> 1 & UINT64_C(0x5555555555555555);
  w = (w & UINT64_C(0x3333333333333333)) + (w >> 2 & UINT64_C(0x3333333333333333));
  w = (w + (w >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
  return (uint32_t)(w * UINT64_C(0x0101010101010101) >> 56);
}

/* The word of the index that tells of addr, NULL where no code is. */
MC_INLINE mc_word *mc_code_word(const mc_code *c, uint64_t addr, uint64_t *bit)
{
  for (uint32_t i = 0; i < c->starts_n; i++) {
    const mc_starts *s = &c->starts[i];
    uint64_t o = addr - s->base;
    *bit = UINT64_C(1) << o % 64;
    if (o < s->n)
      return &s->word[o / 64];
  }
  return NULL;
}

/* Asks the processor to have that word ready soon; addr may be anything. */
MC_INLINE void mc_code_soon(const mc_code *c, uint64_t addr)
{
  const mc_starts *s = &c->starts[0];
  uint64_t o = addr - s->base;
  __builtin_prefetch(&s->word[o / 64 & (0 - (uint64_t)(o < s->n))]);
}

/* The function that starts at addr, or MC_NO_FUNC. */
MC_INLINE uint32_t mc_code_start_at(const mc_code *c, uint64_t addr)
{
  uint64_t bit;
  const mc_word *w = mc_code_word(c, addr, &bit);
  return w && (w->bits & bit) ? w->rank + mc_count(w->bits & (bit - 1)) : MC_NO_FUNC;
}

/* What an FDE says of one function. */
typedef struct {
  uint64_t addr, size;
  uint32_t frame;       /* largest offset of the CFA from the stack pointer */
  int sweep;            /* the CFA is a frame pointer or an expression: ask the instructions */
} mc_fde;

/* mc_code_load.c: segments, symbols, pointers */
int mc_code_fail(mc_code *, int status, uint32_t table, uint64_t offset);
int mc_code_load(mc_code *);
void *mc_code_grow(mc_code *, void *p, uint32_t *cap, uint32_t want, uint32_t limit, size_t row);
mc_view mc_code_at(const mc_code *, uint64_t vaddr);
const mc_ptr *mc_code_ptr_at(const mc_code *, uint64_t slot);
int mc_code_load_pointers(mc_code *);

/* mc_code_fn.c: functions */
int mc_code_add(mc_code *, uint64_t addr, uint64_t size, uint32_t flags, uint32_t name);
int mc_code_collect(mc_code *);
int mc_code_index(mc_code *);
uint32_t mc_code_begun(const mc_code *, uint64_t addr);   /* how many functions begin at addr or before */

/* mc_code_cfi.c, mc_code_exidx.c: frames that the file describes */
int mc_cfi_walk(mc_code *, int (*row)(mc_code *, const mc_fde *));
int mc_exidx_walk(mc_code *, int (*row)(mc_code *, const mc_fde *));

/* mc_code.c: recording */
int mc_code_ref(mc_code *, uint64_t at, uint32_t target, uint32_t kind);
void mc_code_miss(mc_code *, uint64_t at, uint64_t to, int how);
uint32_t mc_code_slot_target(mc_code *, uint64_t slot);
uint32_t mc_code_through(mc_code *, uint64_t at, uint64_t slot);
int mc_code_trusted(const mc_func *);

/* What an instruction is to the question where a function ends: mc_code_parts.c. */
enum { MC_STEP_ENDS = 1, MC_STEP_PADS = 2, MC_STEP_GOES = 4 };
typedef struct {
  uint64_t to;       /* with MC_STEP_GOES: where it branches to */
  uint32_t len, what;
} mc_step;
/* Reads the one at offset o, whose address is `at`; 0 when the bytes are none. */
typedef int mc_code_step(mc_view v, uint64_t o, uint64_t at, mc_step *);
void mc_code_lead(mc_code *, uint64_t addr, uint32_t flags);
void mc_code_jumped(mc_code *, mc_code_step *, int (*opens)(mc_code *, uint64_t, int));
mc_code_step mc_x86_step, mc_a64_step;

/* One machine each: references of one function (or of a gap between functions: record is 0, and
 * only the starts that it reveals count), its frame, and the arguments at its call sites. */
void mc_x86_prepare(mc_code *, const uint8_t *only);   /* NULL, or which functions */
void mc_a64_prepare(mc_code *, const uint8_t *only);
/* v: from its first byte to the end of the segment, of which n bytes are its own. */
typedef int mc_code_refs_of(mc_code *, mc_func *, mc_view v, uint64_t n, int record);
mc_code_refs_of mc_x86_refs, mc_a64_refs;
/* How much of a function its frame can be read from. */
typedef struct {
  uint64_t addr, size;
  uint64_t until;       /* no instruction from here on can make the frame larger .. */
  uint64_t least;       /* .. than this, or than it is up to there */
  int registers;        /* up to there the frame may depend on what registers hold */
} mc_skim;
MC_INLINE mc_skim mc_skim_all(const mc_func *f)
{
  return (mc_skim){f->addr, f->size, UINT64_MAX, 0, 1};
}
/* The frame of a function, where its instructions tell it: those up to s->until. */
typedef void mc_code_frame(const mc_code *, mc_func *, mc_view body, const mc_skim *s);
mc_code_frame mc_arm_frame, mc_x86_frame, mc_a64_frame;
int mc_x86_skim(mc_code *, mc_skim *rows, uint32_t n);
void mc_x86_args(const mc_code *, const mc_func *, mc_view body, const uint32_t *rows, uint32_t n, mc_arg *out);
void mc_a64_args(const mc_code *, const mc_func *, mc_view body, const uint32_t *rows, uint32_t n, mc_arg *out);
/* The dynamic symbol that a procedure linkage table entry at addr jumps to, 0 when it is none. */
uint32_t mc_x86_stub(mc_code *, uint64_t addr);
uint32_t mc_a64_stub(mc_code *, uint64_t addr);
/* Do the bytes at addr look like the start of a function?  strict: like a prologue. */
int mc_x86_opens(mc_code *, uint64_t addr, int strict);
int mc_a64_opens(mc_code *, uint64_t addr, int strict);

#endif
