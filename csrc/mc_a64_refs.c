/* mc_a64_refs.c - calls, tail jumps and taken addresses in A64 code. */
#include "mc_a64.h"

enum { S_NONE, S_ADDR, S_SLOT };

/* What a register holds: an address, or what was loaded from a GOT slot. */
typedef struct {
  uint64_t v;
  int kind;
} reg;

typedef struct {
  mc_code *c;
  mc_func *f;
  int record;
  reg r[32];
} state;

/* A procedure linkage entry: [bti c] adrp x16, ldr x17 from the slot, add x16, br x17. */
static uint32_t stub_at(mc_code *c, mc_view v, uint64_t addr)
{
  uint64_t o = v.n >= 4 && mc_ld32(v, 0, 0) == 0xd503245f ? 4 : 0;
  if (v.n < o + 16)
    return MC_NO_FUNC;
  uint32_t page = mc_ld32(v, o, 0), load = mc_ld32(v, o + 4, 0), jump = mc_ld32(v, o + 12, 0);
  if (!a64_is_adrp(page) || a64_rd(page) != A_IP0 || !a64_is_ldr(load) || a64_rd(load) != A_IP1
      || a64_rn(load) != A_IP0 || !a64_is_br(jump))
    return MC_NO_FUNC;
  return mc_code_slot_target(c, a64_adr(addr + o, page) + a64_ldr_off(load));
}

uint32_t mc_a64_stub(mc_code *c, uint64_t addr)
{
  return stub_at(c, mc_code_at(c, addr), addr);
}

/* The table's first entry: stp x16, x30, [sp, #-16]!, behind bti c where that is on. */
static int opens_table(mc_view v)
{
  uint64_t o = v.n >= 8 && mc_ld32(v, 0, 0) == 0xd503245f ? 4 : 0;
  return v.n >= o + 4 && mc_ld32(v, o, 0) == 0xa9bf7bf0;
}

int mc_a64_opens(mc_code *c, uint64_t addr, int strict)
{
  mc_view v = mc_code_at(c, addr), before = mc_code_at(c, addr - 4);
  if (addr % 4 || v.n < 4 || stub_at(c, v, addr) != MC_NO_FUNC)
    return 0;
  uint32_t w = mc_ld32(v, 0, 0), b = before.n >= 4 ? mc_ld32(before, 0, 0) : 0;
  if (w == 0xd503245f || w == 0xd503233f)                       /* bti c, paciasp */
    return 1;
  if ((w & 0xffc003e0) == 0xa98003e0 || (a64_is_sub_imm(w) && a64_rn(w) == A_SP && a64_rd(w) == A_SP))
    return 1;                                                   /* stp .., [sp, #-n]!, sub sp */
  return !strict && (addr % 16 == 0 || a64_is_ret(b) || a64_is_b(b) || a64_is_br(b) || b == 0 || b == 0xd503201f);
}

int mc_a64_step(mc_view v, uint64_t o, uint64_t at, mc_step *s)
{
  if (o + 4 > v.n)
    return 0;
  uint32_t w = mc_ld32(v, o, 0);
  *s = (mc_step){0, 4, 0};
  if (a64_is_cond(w, at, &s->to)) {
    s->what = MC_STEP_GOES;
  } else if (a64_is_b(w)) {
    s->to = a64_branch(at, w);
    s->what = MC_STEP_GOES | MC_STEP_ENDS;
  } else if (a64_is_br(w) || a64_is_bl(w) || a64_is_blr(w) || a64_is_ret(w) || (w & 0xffe0001f) == 0xd4200000) {
    s->what = MC_STEP_ENDS;   /* the last is brk */
  } else if (w == 0 || w == 0xd503201f) {
    s->what = MC_STEP_PADS;
  }
  return 1;
}

static void record(const state *s, uint64_t at, uint32_t target, uint32_t kind)
{
  if (s->record)
    mc_code_ref(s->c, at, target, kind);
}

static void branch(const state *s, uint64_t at, uint64_t to, uint32_t kind)
{
  /* within a function that only seems to be so long, a call may lead to another one */
  int own = to - s->f->addr < s->f->size;
  if (own && (kind == MC_CALL_TAIL || ((s->f->flags & MC_FN_SIZED) && to != s->f->addr)))
    return;
  uint32_t t = mc_code_start_at(s->c, to);
  if (t == MC_NO_FUNC || (s->c->fn[t].flags & MC_FN_STUB)) {
    uint32_t through = mc_a64_stub(s->c, to);
    t = through == MC_NO_FUNC ? t : through;
  }
  if (t != MC_NO_FUNC)
    record(s, at, t, kind);
  else if (kind == MC_CALL_DIRECT)
    mc_code_miss(s->c, at, to, s->record && mc_code_trusted(s->f) ? MC_MISS_CALLED : MC_MISS_SEEN);
  else
    mc_code_miss(s->c, at, to, MC_MISS_JUMP);
}

static void through_register(state *s, uint64_t at, uint32_t w, uint32_t kind)
{
  const reg *r = &s->r[a64_rn(w)];
  uint32_t t = r->kind == S_SLOT ? mc_code_through(s->c, at, r->v) : r->kind == S_ADDR ? mc_code_start_at(s->c, r->v) : MC_NO_FUNC;
  if (t != MC_NO_FUNC) {
    record(s, at, t, kind);
    return;
  }
  if (r->kind == S_ADDR)
    mc_code_miss(s->c, at, r->v, MC_MISS_JUMP);
  if (kind == MC_CALL_DIRECT)
    s->f->flags |= MC_FN_INDIRECT;
}

static void taken(const state *s, uint64_t at, uint64_t to)
{
  uint32_t t = mc_code_start_at(s->c, to);
  if (t != MC_NO_FUNC)
    record(s, at, t, MC_CALL_TAKES);
  else if (to - s->f->addr >= s->f->size && to % 4 == 0)
    mc_code_miss(s->c, at, to, s->record && (s->f->flags & MC_FN_ENTRY) ? MC_MISS_CALLED : MC_MISS_SEEN);
}

/* adr of what follows the next br: from there a jump table counts. */
static int anchors_table(const state *s, uint64_t at, uint64_t to)
{
  enum { NEAR = 64 };
  mc_view v = mc_code_at(s->c, to - 4);
  return to - at - 4 < NEAR && v.n >= 4 && a64_is_br(mc_ld32(v, 0, 0));
}

static void forget_after_call(state *s)
{
  for (unsigned i = 0; i < 19; i++)
    s->r[i].kind = S_NONE;
  s->r[A_LR].kind = S_NONE;
}

static void one(state *s, uint64_t at, uint32_t w)
{
  unsigned d = a64_rd(w), n = a64_rn(w);
  if (a64_is_bl(w)) {
    branch(s, at, a64_branch(at, w), MC_CALL_DIRECT);
    forget_after_call(s);
  } else if (a64_is_b(w)) {
    branch(s, at, a64_branch(at, w), MC_CALL_TAIL);
  } else if (a64_is_adrp(w) || a64_is_adr(w)) {
    s->r[d] = (reg){a64_adr(at, w), S_ADDR};
    if (a64_is_adr(w) && !anchors_table(s, at, s->r[d].v))
      taken(s, at, s->r[d].v);
  } else if (a64_is_add_imm(w)) {
    s->r[d] = s->r[n].kind == S_ADDR ? (reg){s->r[n].v + a64_imm12(w), S_ADDR} : (reg){0, S_NONE};
    if (s->r[d].kind == S_ADDR)
      taken(s, at, s->r[d].v);
  } else if (a64_is_ldr(w)) {
    s->r[d] = s->r[n].kind == S_ADDR ? (reg){s->r[n].v + a64_ldr_off(w), S_SLOT} : (reg){0, S_NONE};
  } else if (a64_is_blr(w)) {
    through_register(s, at, w, MC_CALL_DIRECT);
    forget_after_call(s);
  } else if (a64_is_br(w)) {
    through_register(s, at, w, MC_CALL_TAIL);
  } else if ((w & 0x1c000000) == 0x10000000 || (w & 0x0e000000) == 0x0a000000) {
    s->r[d].kind = S_NONE;   /* data processing */
  }
}

/* A function of unknown end stops where a procedure linkage table begins. */
static void cut_before_stubs(mc_code *c, mc_func *f, mc_view v)
{
  for (uint64_t o = 4; o + 16 <= v.n && o < f->size; o += 4) {
    mc_view at = mc_sub(v, o, v.n - o);
    uint32_t w = mc_ld32(at, 0, 0);
    if ((w == 0xd503245f || w == 0xa9bf7bf0 || (a64_is_adrp(w) && a64_rd(w) == A_IP0))
        && (opens_table(at) || stub_at(c, at, f->addr + o) != MC_NO_FUNC)) {
      f->size = (uint32_t)o;
      return;
    }
  }
}

void mc_a64_prepare(mc_code *c, const uint8_t *only)
{
  for (uint32_t i = 0; i < c->fn_n; i++) {
    if (only && !only[i])
      continue;
    mc_func *f = &c->fn[i];
    mc_view v = mc_code_at(c, f->addr);
    if (!(f->flags & MC_FN_SIZED))
      cut_before_stubs(c, f, v);
    if (opens_table(v) || stub_at(c, v, f->addr) != MC_NO_FUNC)
      f->flags |= MC_FN_STUB;
  }
}

/* A function that runs into the next one: compilers leave out a tail jump to what follows directly. */
static void falls_through(const state *s, mc_view v)
{
  uint64_t end = s->f->addr + s->f->size;
  uint32_t t = mc_code_start_at(s->c, end), w = v.n >= 4 && v.n % 4 == 0 ? mc_ld32(v, v.n - 4, 0) : 0;
  int stops = w == 0 || w == 0xd503201f || a64_is_b(w) || a64_is_bl(w) || a64_is_br(w) || a64_is_blr(w) || a64_is_ret(w)
           || (w & 0xffe0001f) == 0xd4200000;   /* brk */
  if (t != MC_NO_FUNC && (s->f->flags & MC_FN_SIZED) && v.n == s->f->size && !stops)
    record(s, end, t, MC_CALL_TAIL);
}

int mc_a64_refs(mc_code *c, mc_func *f, mc_view v, uint64_t n, int keep)
{
  mc_view body = mc_sub(v, 0, n);
  mc_func gap = {.addr = f->addr};
  state s = {.c = c, .f = keep ? f : &gap, .record = keep};
  for (uint64_t o = (4 - f->addr % 4) % 4; o + 4 <= body.n; o += 4)
    one(&s, f->addr + o, mc_ld32(body, o, 0));
  falls_through(&s, body);
  return c->err.status == MC_OK;
}
