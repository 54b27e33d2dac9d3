/* mc_a64_frame.c - the largest stack depth of one A64 function, read from its instructions, for
 * what .eh_frame does not tell: frames addressed through x29, code without unwind tables. */
#include "mc_a64.h"

enum { KNOWN = 256, R_NONE = 0, R_DEPTH, R_CONST };

typedef struct {
  int64_t v;
  int kind;
} reg;

typedef struct {
  uint64_t at;
  int64_t depth;
} carried;

typedef struct {
  reg r[32];
  carried to[KNOWN];
  int64_t depth, max, body;
  uint32_t flags;
  int guessed;
  int64_t probed, before;   /* the depth after the last step of PROBE bytes, the largest until then */
} sweep;

/* What a loop that touches the stack of an array of variable length takes each time (gcc's guard). */
enum { PROBE = 65536 };

static void deepen(sweep *s, int64_t depth)
{
  s->depth = depth;
  if (depth > s->max && depth <= MC_FRAME_MAX)
    s->max = depth;
}

/* The offset by which a pre- or post-indexed load or store changes its base register. */
static int write_back(uint32_t w, int64_t *by)
{
  if ((w & 0x3a000000) == 0x28000000 && (w & 0x00800000)) {      /* pairs: pre 011, post 001 */
    unsigned simd = w >> 26 & 1, opc = w >> 30;
    unsigned scale = simd ? 2 + opc : opc & 2 ? 3 : 2;
    *by = a64_signed(w >> 15 & 127, 7) * (INT64_C(1) << scale);
    return 1;
  }
  if ((w & 0x3b200000) == 0x38000000 && (w >> 10 & 1)) {         /* single: post 01, pre 11 */
    *by = a64_signed(w >> 12 & 511, 9);
    return 1;
  }
  return 0;
}

static void set(sweep *s, unsigned d, reg v)
{
  if (d != A_SP)
    s->r[d] = v;
  else if (v.kind == R_DEPTH)
    deepen(s, v.v);
}

static reg get(const sweep *s, unsigned n)
{
  return n == A_SP ? (reg){s->depth, R_DEPTH} : s->r[n];
}

static void add_sub(sweep *s, uint32_t w)
{
  reg v = get(s, a64_rn(w));
  uint64_t up = a64_is_add_imm(w) ? 0 - a64_imm12(w) : a64_imm12(w);
  if (v.kind == R_CONST)
    up = 0 - up;
  v.v = (int64_t)((uint64_t)v.v + up);
  if (a64_rd(w) == A_SP && a64_rn(w) == A_SP && up == PROBE) {
    s->before = s->max;
    s->probed = v.v;
  }
  set(s, a64_rd(w), v);
}

/* sub/add sp, sp, xm: a constant frame, or alloca. */
static void by_register(sweep *s, uint32_t w)
{
  const reg *m = &s->r[a64_rm(w)];
  int to_sp = a64_rd(w) == A_SP && a64_rn(w) == A_SP, sub = (int)(w >> 30 & 1);
  if (to_sp && m->kind == R_CONST && m->v >= 0 && m->v <= MC_FRAME_MAX)
    deepen(s, sub ? s->depth + m->v : s->depth - m->v);
  else if (a64_rd(w) == A_SP)
    s->flags |= sub ? MC_FN_DYNAMIC : 0;
  else if (a64_rn(w) == A_SP && sub && m->kind == R_CONST && m->v >= 0 && m->v <= MC_FRAME_MAX)
    s->r[a64_rd(w)] = (reg){s->depth + m->v, R_DEPTH};
  else
    s->r[a64_rd(w)].kind = R_NONE;
}

/* cmp sp, xn ends a probe loop that lowers the stack to xn.  Where xn is not known, or is less deep
 * than one step, the loop is an alloca's and its step no part of the frame. */
static void compare(sweep *s, uint32_t w)
{
  const reg *m = &s->r[a64_rm(w)];
  if (a64_rn(w) == A_SP && s->probed && s->depth == s->probed && (m->kind != R_DEPTH || m->v < s->depth)) {
    s->depth -= PROBE;
    s->max = s->before;
    s->probed = 0;
    s->flags |= MC_FN_DYNAMIC | MC_FN_PROBED;
    return;
  }
  if (a64_rn(w) == A_SP && m->kind == R_DEPTH && m->v > s->depth) {
    s->flags |= MC_FN_PROBED;
    deepen(s, m->v);
  }
}

static void carry(sweep *s, uint64_t to)
{
  carried *k = &s->to[to / 4 % KNOWN];
  if (k->at != to || k->depth < s->depth)
    *k = (carried){to, s->depth};
}

static void flow(sweep *s, uint64_t at, uint32_t w, const mc_func *f)
{
  uint64_t to;
  if (a64_is_cond(w, at, &to)) {
    carry(s, to);
    s->body = s->depth;
    return;
  }
  if (a64_is_bl(w) || a64_is_blr(w)) {
    s->body = s->depth;
    for (unsigned i = 0; i < 19; i++)
      s->r[i].kind = R_NONE;
    return;
  }
  if (a64_is_b(w))
    carry(s, a64_branch(at, w));
  if (a64_is_b(w) || a64_is_br(w) || a64_is_ret(w)) {
    /* a jump out of the function follows an epilogue, as a return does */
    int stays = a64_is_b(w) ? a64_branch(at, w) - f->addr < f->size : a64_is_br(w) && s->depth > 0;
    s->depth = stays ? s->depth : s->body;
    s->guessed = 1;
  }
}

/* Behind a jump or a return the depth is a guess, until a place is reached that a branch led to. */
static void arrive(sweep *s, uint64_t at)
{
  const carried *k = &s->to[at / 4 % KNOWN];
  if (s->guessed && k->at == at) {
    s->depth = k->depth;
    s->guessed = 0;
  }
}

static void one(sweep *s, uint64_t at, uint32_t w, const mc_func *f)
{
  int64_t by;
  uint64_t v;
  arrive(s, at);
  if (a64_is_add_imm(w) || a64_is_sub_imm(w))
    add_sub(s, w);
  else if ((w & 0xbfe00000) == 0x8b200000)                       /* extended register: sp, not xzr */
    by_register(s, w);
  else if ((w & 0xffe0001f) == 0xeb20001f)                       /* cmp, extended register */
    compare(s, w);
  else if (write_back(w, &by)) {
    if (a64_rn(w) == A_SP)
      deepen(s, s->depth - by);
  } else if (a64_movw(w, (uint64_t)s->r[a64_rd(w)].v, &v)) {
    int keeps = (w >> 29 & 3) == 3;
    if (a64_rd(w) != A_SP)
      s->r[a64_rd(w)] = (reg){(int64_t)v, keeps && s->r[a64_rd(w)].kind != R_CONST ? R_NONE : R_CONST};
  } else if ((w & 0xffe0ffe0) == 0xaa0003e0) {                   /* mov xd, xm */
    s->r[a64_rd(w)] = s->r[a64_rm(w)];
  } else if ((w & 0xff80001f) == 0x9200001f) {                   /* and sp, xn, #mask: realigned */
    if (s->r[a64_rn(w)].kind == R_DEPTH)
      deepen(s, s->r[a64_rn(w)].v + 48);
  } else if (!a64_is_cond(w, at, &v) && !a64_is_b(w) && !a64_is_bl(w)
             && ((w & 0x1c000000) == 0x10000000 || (w & 0x0e000000) == 0x0a000000 || a64_is_ldr(w))) {
    s->r[a64_rd(w)].kind = R_NONE;
  }
  flow(s, at, w, f);
}

void mc_a64_frame(const mc_code *c, mc_func *f, mc_view body, const mc_skim *how)
{
  uint64_t end = how->until < body.n ? how->until : body.n;
  sweep s = {.depth = 0};
  (void)c;
  for (uint64_t o = (4 - f->addr % 4) % 4; o + 4 <= end; o += 4)
    one(&s, f->addr + o, mc_ld32(body, o, 0), f);
  if (s.max > f->frame)
    f->frame = (uint32_t)s.max;
  f->flags |= s.flags;
}
