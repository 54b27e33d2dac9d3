/* mc_code_cfi.c - frames from .eh_frame: FDEs, CIEs and their call frame programs (LSB, DWARF 5 section 6.4). */
#include "mc_code_int.h"

enum { PE_ABS = 0, PE_PCREL = 0x10, PE_DATAREL = 0x30, PE_INDIRECT = 0x80, PE_OMIT = 0xff };
enum { CFI_SAVED = 16 };   /* nested remember_state; compilers nest one */

/* A reader that stays at the end once it has run out. */
typedef struct {
  const uint8_t *p, *e;
  uint64_t shift;     /* what the address of a byte is more than its place in memory */
  int ok, is64, big;
} rd;

typedef struct {
  uint64_t reg;
  int64_t off;
  int expr;
} cfa;

/* The CFA column, row by row. */
typedef struct {
  cfa now, saved[CFI_SAVED];   /* `depth` of them */
  unsigned depth;
  int64_t max;
  int sweep;
} run;

typedef struct {
  uint64_t at;        /* its address: the memo's key, 0 none */
  uint64_t code_align;
  int64_t data_align;
  uint8_t fde_enc;
  int has_z, ok;
  run begin;          /* where its program leads */
} cie;

/* One walk over the table. */
typedef struct {
  mc_code *c;
  uint64_t base;      /* of what was looked at last, which goes on to the end of its segment: most of the table lies there */
  mc_view v;
  uint64_t left;      /* bytes of programs that may still be run: rows can name one again and again */
  uint32_t fp;        /* registers that are frame pointers, a bit each */
  uint64_t sp;
  cie memo;
  int (*row)(mc_code *, const mc_fde *);
} walk;

static rd reader(walk *w, uint64_t addr, uint64_t len)
{
  if (addr - w->base >= w->v.n) {
    w->base = addr;
    w->v = mc_code_at(w->c, addr);
  }
  rd r = {NULL, NULL, 0, w->v.p != NULL, w->c->is64, w->c->big};
  if (!r.ok)
    return r;
  uint64_t o = addr - w->base, left = w->v.n - o;
  r.p = w->v.p + o;
  r.e = r.p + (len < left ? len : left);
  r.shift = addr - (uintptr_t)r.p;
  return r;
}

MC_INLINE uint64_t address(const rd *r)
{
  return r->shift + (uintptr_t)r->p;
}

static int run_out(rd *r)
{
  r->p = r->e;
  r->ok = 0;
  return 0;
}

MC_INLINE int take(rd *r, uint64_t n)
{
  if (MC_UNLIKELY((uint64_t)(r->e - r->p) < n))
    return run_out(r);
  r->p += n;
  return 1;
}

MC_INLINE uint64_t fixed(rd *r, unsigned n)
{
  if (!take(r, n))
    return 0;
  mc_view v = {r->p - n, n};
  switch (n) {
  case 1: return mc_ld8(v, 0);
  case 2: return mc_ld16(v, 0, r->big);
  case 4: return mc_ld32(v, 0, r->big);
  default: return mc_ld64(v, 0, r->big);
  }
}

static uint64_t long_uleb(rd *r, uint64_t x)
{
  for (unsigned shift = 7;; shift += 7) {
    uint64_t b = fixed(r, 1);
    if (shift < 64)
      x |= (b & 127) << shift;
    if (!(b & 128))
      return x;
  }
}

MC_INLINE uint64_t uleb(rd *r)
{
  uint64_t b = fixed(r, 1);
  return MC_LIKELY(b < 128) ? b : long_uleb(r, b & 127);
}

static int64_t sleb(rd *r)
{
  uint64_t x = 0;
  for (unsigned shift = 0;;) {
    uint64_t b = fixed(r, 1);
    if (shift < 64)
      x |= (b & 127) << shift;
    shift += 7;
    if (b & 128)
      continue;
    if ((b & 64) && shift < 64)
      x |= ~UINT64_C(0) << shift;
    return (int64_t)x;
  }
}

/* A pointer in a DW_EH_PE encoding.  base is what datarel counts from. */
static uint64_t encoded(rd *r, uint8_t enc, uint64_t base)
{
  uint64_t here = address(r), v;
  switch (enc & 15) {
  case 0: v = fixed(r, r->is64 ? 8 : 4); break;
  case 1: v = uleb(r); break;
  case 2: v = fixed(r, 2); break;
  case 3: v = fixed(r, 4); break;
  case 4: case 12: v = fixed(r, 8); break;
  case 9: v = (uint64_t)sleb(r); break;
  case 10: v = (uint64_t)(int64_t)(int16_t)fixed(r, 2); break;
  case 11: v = (uint64_t)(int64_t)(int32_t)fixed(r, 4); break;
  default: return (uint64_t)run_out(r);
  }
  if ((enc & 0x70) == PE_PCREL)
    v += here;
  else if ((enc & 0x70) == PE_DATAREL)
    v += base;
  else if ((enc & 0x70) != PE_ABS)
    run_out(r);
  return r->is64 ? v : (uint32_t)v;
}

static void augmentation(rd *r, cie *e, const uint8_t *text)
{
  uint64_t n = uleb(r);
  rd a = *r;
  if (!take(r, n))
    return;
  a.e = r->p;
  for (text++; *text && a.ok; text++) {
    if (*text == 'R')
      e->fde_enc = (uint8_t)fixed(&a, 1);
    else if (*text == 'L')
      fixed(&a, 1);
    else if (*text == 'P')
      encoded(&a, (uint8_t)(fixed(&a, 1) & 0x7f), 0);
    else if (*text != 'S' && *text != 'B' && *text != 'G')
      break;   /* unknown letters end what can be read; the length says where the program is */
  }
  r->ok &= a.ok;
}

/* DWARF numbers of the registers that a CFA can be relative to. */
typedef struct {
  uint16_t machine;
  uint32_t fp;         /* frame pointers, a bit each */
  uint64_t sp;
} cfa_registers;
static const cfa_registers by_machine[] = {
  {MC_CODE_X86_64, 1 << 6, 7},
  {MC_CODE_386, 1 << 5, 4},
  {MC_CODE_AARCH64, 1 << 29, 31},
  {MC_CODE_ARM, 1 << 7 | 1 << 11, 13},
  {MC_CODE_RISCV, 1 << 8, 2}
};

static walk begin(mc_code *c, int (*row)(mc_code *, const mc_fde *))
{
  walk w = {.c = c, .sp = UINT64_MAX, .left = 8 * c->file_size, .row = row};
  for (size_t i = 0; i < sizeof by_machine / sizeof *by_machine; i++)
    if (by_machine[i].machine == c->machine) {
      w.fp = by_machine[i].fp;
      w.sp = by_machine[i].sp;
    }
  return w;
}

/* A row of the CFA column is complete. */
MC_INLINE void settle(const walk *w, run *m)
{
  if (m->now.expr || (m->now.reg < 32 && (w->fp >> m->now.reg & 1)))
    m->sweep = 1;
  /* another register is a probe loop's end of the frame (gcc's r11), which counts, or the
   * argument pointer of a realigned frame (r10), which does not hurt */
  if (!m->now.expr && m->now.off > m->max && m->now.off <= MC_FRAME_MAX)
    m->max = m->now.off;
  if (!m->now.expr && m->now.off > MC_FRAME_MAX && m->now.reg == w->sp)
    m->sweep = 1;
}

/* A factored offset. */
MC_INLINE int64_t scaled(int64_t by, const cie *e)
{
  return (int64_t)((uint64_t)by * (uint64_t)e->data_align);   /* a hostile one may be any */
}

static void skip_block(rd *r)
{
  take(r, uleb(r));
}

MC_INLINE void one_op(const walk *w, rd *r, const cie *e, run *m)
{
  uint64_t op = fixed(r, 1);
  switch (op >> 6 ? op & 0xc0 : op) {
  case 0x40: case 0xc0: case 0x00: break;
  case 0x80: uleb(r); break;
  case 0x01: encoded(r, e->fde_enc, 0); break;
  case 0x02: fixed(r, 1); break;
  case 0x03: fixed(r, 2); break;
  case 0x04: fixed(r, 4); break;
  case 0x1d: fixed(r, 8); break;                              /* MIPS_advance_loc8 */
  case 0x05: case 0x14: case 0x09: case 0x2f: uleb(r); uleb(r); break;
  case 0x06: case 0x07: case 0x08: case 0x2e: uleb(r); break;
  case 0x11: case 0x15: uleb(r); sleb(r); break;
  case 0x10: case 0x16: uleb(r); skip_block(r); break;
  case 0x2d: break;                                           /* negate_ra_state, window_save */
  case 0x0a:
    if (m->depth < CFI_SAVED)
      m->saved[m->depth++] = m->now;
    else
      m->sweep = 1;
    break;
  case 0x0b:
    if (m->depth)
      m->now = m->saved[--m->depth];
    break;
  case 0x0c: m->now.reg = uleb(r); m->now.off = (int64_t)uleb(r); m->now.expr = 0; settle(w, m); break;
  case 0x12: m->now.reg = uleb(r); m->now.off = scaled(sleb(r), e); m->now.expr = 0; settle(w, m); break;
  case 0x0d: m->now.reg = uleb(r); m->now.expr = 0; settle(w, m); break;
  case 0x0e: m->now.off = (int64_t)uleb(r); settle(w, m); break;
  case 0x13: m->now.off = scaled(sleb(r), e); settle(w, m); break;
  case 0x0f: skip_block(r); m->now.expr = 1; settle(w, m); break;
  default: run_out(r);
  }
}

static void run_program(walk *w, rd r, const cie *e, run *m)
{
  uint64_t n = (uint64_t)(r.e - r.p);
  if (n > w->left) {
    mc_code_fail(w->c, MC_LIMIT, MC_T_FILE, address(&r));
    return;
  }
  w->left -= n;
  while (r.p < r.e)
    one_op(w, &r, e, m);
  if (!r.ok)
    m->sweep = 1;   /* what could not be read is asked from the instructions */
}

static void read_cie(walk *w, uint64_t at)
{
  cie *e = &w->memo;
  rd r = reader(w, at, UINT64_MAX);
  *e = (cie){.at = at};
  uint64_t len = fixed(&r, 4);
  if (len == 0xffffffff)
    len = fixed(&r, 8);
  if (!r.ok || len > (uint64_t)(r.e - r.p))
    return;
  r.e = r.p + len;
  if (fixed(&r, 4) != 0)
    return;
  uint64_t version = fixed(&r, 1);
  const uint8_t *text = r.p;
  while (fixed(&r, 1))
    ;
  if (!r.ok || (version != 1 && version != 3 && version != 4))
    return;
  if (version == 4)
    take(&r, 2);   /* address and segment selector sizes */
  e->code_align = uleb(&r);
  e->data_align = sleb(&r);
  if (version == 1)
    fixed(&r, 1);
  else
    uleb(&r);
  if (*text == 'z') {
    e->has_z = 1;
    augmentation(&r, e, text);
  } else if (*text) {
    return;
  }
  e->ok = r.ok;
  run_program(w, r, e, &e->begin);
}

static int one_fde(walk *w, uint64_t at)
{
  rd r = reader(w, at, UINT64_MAX);
  uint64_t len = fixed(&r, 4), base;
  if (len == 0xffffffff)
    len = fixed(&r, 8);
  if (!r.ok || len < 4 || len > (uint64_t)(r.e - r.p))
    return 1;
  r.e = r.p + len;
  base = address(&r);
  uint64_t back = fixed(&r, 4);
  if (back == 0 || back > base)
    return 1;
  const cie *e = &w->memo;
  if (e->at != base - back)
    read_cie(w, base - back);
  if (!e->ok || (e->fde_enc & PE_INDIRECT))
    return 1;
  mc_fde f = {0};
  f.addr = encoded(&r, e->fde_enc, 0);
  f.size = encoded(&r, e->fde_enc & 15, 0);
  if (e->has_z)
    skip_block(&r);
  if (!r.ok || f.size == 0)
    return 1;
  run m;
  m.now = e->begin.now;
  m.depth = e->begin.depth;
  m.max = e->begin.max;
  m.sweep = e->begin.sweep;
  memcpy(m.saved, e->begin.saved, m.depth * sizeof *m.saved);
  run_program(w, r, e, &m);
  f.frame = (uint32_t)(m.max > 0 ? m.max : 0);
  f.sweep = m.sweep;
  return w->c->err.status == MC_OK && w->row(w->c, &f);
}

/* Every FDE in address order of .eh_frame itself, for a header without a usable table. */
static int walk_section(walk *w, uint64_t at)
{
  for (;;) {
    rd r = reader(w, at, UINT64_MAX);
    uint64_t len = fixed(&r, 4);
    if (len == 0xffffffff)
      len = fixed(&r, 8);
    if (!r.ok || len == 0 || len > (uint64_t)(r.e - r.p))
      return 1;
    if (!one_fde(w, at))
      return 0;
    at = address(&r) + len;
  }
}

int mc_cfi_walk(mc_code *c, int (*row)(mc_code *, const mc_fde *))
{
  walk w = begin(c, row);
  rd r = reader(&w, c->eh_hdr, c->eh_hdr_len);
  if (!c->eh_hdr || fixed(&r, 1) != 1)
    return 1;
  uint8_t frame_enc = (uint8_t)fixed(&r, 1), count_enc = (uint8_t)fixed(&r, 1), table_enc = (uint8_t)fixed(&r, 1);
  if (!r.ok || frame_enc == PE_OMIT)
    return 1;
  uint64_t frame = encoded(&r, frame_enc, c->eh_hdr);
  if (count_enc == PE_OMIT || table_enc != (PE_DATAREL | 11))
    return r.ok ? walk_section(&w, frame) : 1;
  uint64_t n = encoded(&r, count_enc, c->eh_hdr);
  for (; n && r.ok && r.e - r.p >= 8; n--) {
    take(&r, 4);
    if (!one_fde(&w, encoded(&r, table_enc, c->eh_hdr)))
      return 0;
  }
  return 1;
}
