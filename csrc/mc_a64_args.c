/* mc_a64_args.c - constant arguments at A64 call sites (AAPCS64: x0 to x5).  As for x86_64, a value is
 * believed only until control may have come from elsewhere. */
#include <stdlib.h>

#include "mc_a64.h"

typedef struct {
  const mc_code *c;
  const mc_func *f;
  mc_view v;
  uint8_t *leads;      /* a byte per instruction */
  mc_arg r[32];
  mc_arg once[32];     /* of a register that keeps its value over calls and is written in one place: the value */
} state;

static void lead(state *s, uint64_t to)
{
  uint64_t o = to - s->f->addr;
  if (o < s->v.n)
    s->leads[o / 4] = 1;
}

/* What a jump table can be made of: where code is counted from, and tables of data. */
enum { ANCHORS = 16, ENTRIES_MAX = 4096 };
typedef struct {
  uint64_t anchor[ANCHORS], table[ANCHORS], page[32];
  unsigned anchors, tables, computed, overflow;
  uint64_t entries;      /* one more than the largest constant that anything is compared with */
} tables;

static void note(uint64_t *list, unsigned *n, uint64_t v, tables *t)
{
  for (unsigned i = 0; i < *n; i++)
    if (list[i] == v)
      return;
  if (*n < ANCHORS)
    list[(*n)++] = v;
  else
    t->overflow = 1;
}

static void look_for_tables(const state *s, tables *t, uint64_t at, uint32_t w)
{
  uint64_t v;
  if (a64_is_adr(w)) {
    v = a64_adr(at, w);
    if (v - s->f->addr < s->v.n)
      note(t->anchor, &t->anchors, v, t);
  } else if (a64_is_adrp(w)) {
    t->page[a64_rd(w)] = a64_adr(at, w);
  } else if (a64_is_add_imm(w) && t->page[a64_rn(w)]) {
    v = t->page[a64_rn(w)] + a64_imm12(w);
    if (v - s->f->addr < s->v.n)
      note(t->anchor, &t->anchors, v, t);
    else if (mc_code_at(s->c, v).p && !(mc_code_prot(s->c, v) & MC_PF_W))
      note(t->table, &t->tables, v, t);
  } else if ((w & 0x7f80001f) == 0x7100001f) {        /* cmp, immediate */
    v = a64_imm12(w) + 1;
    t->entries = v > t->entries ? v : t->entries;
  } else if (a64_is_br(w)) {
    t->computed = 1;
  }
}

/* Every entry, read as each of the forms that compilers write: 1, 2 or 4 byte offsets counted in
 * instructions from an anchor, and 4 byte offsets from the table.  A wrong reading only forgets more. */
static void read_table(state *s, const tables *t, uint64_t table)
{
  mc_view v = mc_code_at(s->c, table);
  for (uint64_t i = 0; i < t->entries && i < ENTRIES_MAX; i++) {
    if (mc_fits(v.n, i * 4, 4))
      lead(s, table + (uint64_t)(int64_t)(int32_t)mc_ld32(v, i * 4, 0));
    for (unsigned a = 0; a < t->anchors; a++) {
      uint64_t from = t->anchor[a];
      if (mc_fits(v.n, i, 1)) {
        lead(s, from + (uint64_t)((int8_t)mc_ld8(v, i) * 4));
        lead(s, from + (uint64_t)mc_ld8(v, i) * 4);
      }
      if (mc_fits(v.n, i * 2, 2)) {
        lead(s, from + (uint64_t)((int16_t)mc_ld16(v, i * 2, 0) * 4));
        lead(s, from + (uint64_t)mc_ld16(v, i * 2, 0) * 4);
      }
      if (mc_fits(v.n, i * 4, 4))
        lead(s, from + (uint64_t)(int64_t)(int32_t)mc_ld32(v, i * 4, 0));
    }
  }
}

static void find_leads(state *s)
{
  tables t = {.anchors = 0};
  for (uint64_t o = 0; o + 4 <= s->v.n; o += 4) {
    uint32_t w = mc_ld32(s->v, o, 0);
    uint64_t at = s->f->addr + o, to;
    if (a64_is_cond(w, at, &to))
      lead(s, to);
    else if (a64_is_b(w))
      lead(s, a64_branch(at, w));
    look_for_tables(s, &t, at, w);
  }
  for (unsigned i = 0; t.computed && i < t.tables; i++)
    read_table(s, &t, t.table[i]);
  if (t.computed && t.overflow)
    memset(s->leads, 1, s->v.n / 4 + 1);
}

static void forget_all(state *s)
{
  memcpy(s->r, s->once, sizeof s->r);
}

static void forget_clobbered(state *s)
{
  memset(s->r, 0, 19 * sizeof *s->r);
  s->r[A_LR].kind = MC_ARG_UNKNOWN;
}

static void put(state *s, unsigned d, mc_arg v)
{
  if (d != A_SP)
    s->r[d] = v;
}

static void forget(state *s, unsigned d)
{
  put(s, d, (mc_arg){0, MC_ARG_UNKNOWN, 0});
}

static void add_sub(state *s, uint32_t w)
{
  unsigned n = a64_rn(w);
  mc_arg v = n == A_SP || n == A_FP ? (mc_arg){0, MC_ARG_STACK, n} : s->r[n];
  v.value += a64_is_add_imm(w) ? a64_imm12(w) : 0 - a64_imm12(w);
  if (v.kind == MC_ARG_SYMBOL || v.kind == MC_ARG_LOADED)
    v.kind = MC_ARG_UNKNOWN;
  put(s, a64_rd(w), v);
}

static void load(state *s, uint32_t w)
{
  mc_arg v = s->r[a64_rn(w)], got = {0, MC_ARG_UNKNOWN, 0};
  if (a64_rn(w) != A_SP && v.kind == MC_ARG_ADDR) {
    uint64_t slot = v.value + a64_ldr_off(w);
    const mc_ptr *p = mc_code_ptr_at(s->c, slot);
    got = (mc_arg){slot, MC_ARG_LOADED, 0};
    if (p && p->cls == MC_RC_GLOB_DAT)
      got = p->sym ? (mc_arg){p->sym, MC_ARG_SYMBOL, 0} : (mc_arg){p->value, MC_ARG_ADDR, 0};
  }
  put(s, a64_rd(w), got);
}

/* Registers that any other instruction may write. */
static void others(state *s, uint32_t w)
{
  uint32_t op = w >> 25 & 15;
  if ((op & 5) == 4) {                       /* loads and stores */
    int simd = (int)(w >> 26 & 1), pair = (w & 0x3a000000) == 0x28000000, is_load = (int)(w >> 22 & 1);
    int indexed = pair ? (int)(w >> 23 & 1) : (w & 0x3b200000) == 0x38000000 && (w >> 10 & 1);
    int plain = pair || (w & 0x3b000000) == 0x39000000 || (w & 0x3b200000) == 0x38000000;
    if (!simd && (is_load || !plain || (w >> 23 & 1)))
      forget(s, a64_rd(w));
    if (!simd && (pair || !plain))
      forget(s, w >> 10 & 31);
    if (!plain)
      forget(s, a64_rm(w));                  /* atomics: a status or a result */
    if (indexed || !plain)
      forget(s, a64_rn(w));
  } else if ((op & 14) != 10) {              /* not a branch or a system instruction */
    forget(s, a64_rd(w));
  } else if ((w & 0xfff00000) == 0xd5300000) {
    forget(s, a64_rd(w));                    /* mrs */
  } else if ((w & 0xff000000) == 0xd4000000) {
    forget_all(s);            /* svc */
  }
}

static void one(state *s, uint64_t at, uint32_t w)
{
  uint64_t v, to;
  unsigned d = a64_rd(w);
  if (a64_is_bl(w) || a64_is_blr(w))
    forget_clobbered(s);
  else if (a64_is_b(w) || a64_is_br(w) || a64_is_ret(w))
    forget_all(s);
  else if (a64_is_cond(w, at, &to))
    return;
  else if (a64_is_adrp(w) || a64_is_adr(w))
    put(s, d, (mc_arg){a64_adr(at, w), MC_ARG_ADDR, 0});
  else if (a64_is_add_imm(w) || a64_is_sub_imm(w))
    add_sub(s, w);
  else if (a64_is_ldr(w))
    load(s, w);
  else if (a64_movw(w, s->r[d].value, &v)) {
    int known = (w >> 29 & 3) != 3 || s->r[d].kind == MC_ARG_CONST;
    put(s, d, (mc_arg){v, known ? MC_ARG_CONST : MC_ARG_UNKNOWN, 0});
  } else if ((w & 0x7fe0ffe0) == 0x2a0003e0) {   /* mov, 64 or 32 bits */
    mc_arg m = a64_rm(w) == A_SP ? (mc_arg){0, MC_ARG_CONST, 0} : s->r[a64_rm(w)];
    if (!(w >> 31)) {
      m.value = (uint32_t)m.value;
      m.kind = m.kind == MC_ARG_CONST ? MC_ARG_CONST : MC_ARG_UNKNOWN;
    }
    put(s, d, m);
  } else
    others(s, w);
}

/* As for x86_64: x19 to x28, where restoring them (ldp from the stack) does not count as a write. */
static void find_once(state *s)
{
  enum { FIRST = 19, LAST = 28, UNTOUCHED = 100 };
  unsigned writes[32] = {0};
  mc_arg value[32] = {{0, 0, 0}};
  for (uint64_t o = 0; o + 4 <= s->v.n; o += 4) {
    uint32_t w = mc_ld32(s->v, o, 0);
    if (s->leads[o / 4])
      forget_all(s);
    if ((w & 0x7e400000) == 0x28400000 && a64_rn(w) == A_SP)
      continue;
    for (unsigned k = FIRST; k <= LAST; k++)
      s->r[k] = (mc_arg){k, UNTOUCHED, 0};
    if (!a64_is_b(w) && !a64_is_br(w) && !a64_is_ret(w))
      one(s, s->f->addr + o, w);
    for (unsigned k = FIRST; k <= LAST; k++)
      if (s->r[k].kind != UNTOUCHED || s->r[k].value != k) {
        writes[k]++;
        value[k] = s->r[k];
      }
    if (a64_is_b(w) || a64_is_br(w) || a64_is_ret(w))
      forget_all(s);
  }
  for (unsigned k = FIRST; k <= LAST; k++)
    if (writes[k] == 1 && value[k].kind < UNTOUCHED)
      s->once[k] = value[k];
}

void mc_a64_args(const mc_code *c, const mc_func *f, mc_view body, const uint32_t *rows, uint32_t n, mc_arg *out)
{
  state s = {.c = c, .f = f, .v = body, .leads = calloc(body.n / 4 + 1, 1)};
  if (!s.leads)
    return;   /* the arguments stay unknown */
  find_leads(&s);
  find_once(&s);
  forget_all(&s);
  for (uint64_t o = 0, k = 0; o + 4 <= body.n && k < n; o += 4) {
    uint32_t w = mc_ld32(body, o, 0);
    uint64_t at = f->addr + o;
    if (s.leads[o / 4])
      forget_all(&s);
    while (k < n && c->call[rows[k]].at < at)
      k++;
    while (k < n && c->call[rows[k]].at == at)
      memcpy(out + k++ * MC_ARGS, s.r, MC_ARGS * sizeof *out);
    one(&s, at, w);
  }
  free(s.leads);
}
