/* mc_x86_frame.c - the largest stack depth of one function, read from its instructions.
 *
 * For what .eh_frame does not tell: frames addressed through rbp, realigned ones, code without
 * unwind tables.  The depth is followed through the instructions in order; behind an
 * unconditional jump or a return it continues from what a branch to that place carried. */
#include "mc_x86_skim.h"

enum { KNOWN = 256, FRESH = 3 };

/* What a register holds: a depth (the stack pointer minus something), a constant, or neither. */
enum { R_NONE, R_DEPTH, R_CONST };
typedef struct {
  int64_t v;
  uint32_t kind, age;   /* age: the instruction that set it */
} reg;

typedef struct {
  uint64_t at;
  int64_t depth;
} carried;

typedef struct {
  reg r[16];
  carried to[KNOWN];           /* rows whose bit in `set` is 1 */
  uint64_t set[KNOWN / 64];
  int64_t depth, max, body, word;
  uint32_t count, flags;
  int guessed;
} sweep;

static void deepen(sweep *s, int64_t depth)
{
  s->depth = depth;
  if (depth > s->max && depth <= MC_FRAME_MAX)
    s->max = depth;
}

/* A write that is not understood: of the stack pointer it leaves the depth as it was. */
static void forget(sweep *s, unsigned r)
{
  s->r[r & 15].kind = R_NONE;
}

static void carry(sweep *s, uint64_t to)
{
  unsigned row = (unsigned)(to % KNOWN);
  carried *k = &s->to[row];
  uint64_t bit = UINT64_C(1) << row % 64;
  if (!(s->set[row / 64] & bit) || k->at != to || k->depth < s->depth)
    *k = (carried){to, s->depth};
  s->set[row / 64] |= bit;
}

/* Behind a jump or a return the depth is a guess, until a place is reached that a branch led to. */
static void resume(sweep *s, int jumped)
{
  s->depth = jumped ? s->depth : s->body;
  s->guessed = 1;
}

static void arrive(sweep *s, uint64_t at)
{
  unsigned row = (unsigned)(at % KNOWN);
  const carried *k = &s->to[row];
  if (s->guessed && (s->set[row / 64] >> row % 64 & 1) && k->at == at) {
    s->depth = k->depth;
    s->guessed = 0;
  }
}

static void move(sweep *s, unsigned to, unsigned from)
{
  if (to == X_RSP) {
    if (s->r[from].kind == R_DEPTH)
      deepen(s, s->r[from].v);
    return;
  }
  if (from == X_RSP)
    s->r[to] = (reg){s->depth, R_DEPTH, s->count};
  else
    s->r[to] = s->r[from];
}

static void lea(sweep *s, const x86_ins *i)
{
  reg from = {0, R_NONE, s->count};
  if (i->index == X_NONE && i->base == X_RSP)
    from = (reg){s->depth, R_DEPTH, s->count};
  else if (i->index == X_NONE && i->base != X_NONE)
    from = s->r[i->base];
  if (from.kind == R_DEPTH)
    from.v -= i->disp;
  if (i->reg != X_RSP)
    s->r[i->reg] = from.kind == R_DEPTH ? from : (reg){0, R_NONE, s->count};
  else if (from.kind == R_DEPTH)
    deepen(s, from.v);
  else if (i->base == X_RSP && i->index != X_NONE)
    s->flags |= MC_FN_DYNAMIC;
}

static void add_imm(sweep *s, unsigned r, int64_t imm, uint8_t digit)
{
  if (r != X_RSP) {
    /* a depth grows when its register falls; unsigned, because a constant may have any value */
    uint64_t up = (digit == 0) == (s->r[r].kind == R_DEPTH) ? 0 - (uint64_t)imm : (uint64_t)imm;
    if (digit == 0 || digit == 5)
      s->r[r].v = (int64_t)((uint64_t)s->r[r].v + up);
    else if (digit != 7)
      forget(s, r);
    return;
  }
  if (digit == 5)
    deepen(s, s->depth + imm);
  else if (digit == 0)
    deepen(s, s->depth - imm);
  else if (digit == 4 && imm < 0 && imm >= -4096)
    deepen(s, s->depth + -imm - s->word);   /* realigned: at most this much */
}

/* sub rsp, reg: a constant that was loaded just before is a large frame, anything else is unbounded. */
static void sub_reg(sweep *s, unsigned from)
{
  const reg *r = &s->r[from];
  if (r->kind == R_CONST && s->count - r->age <= FRESH && r->v > 0 && r->v <= MC_FRAME_MAX)
    deepen(s, s->depth + r->v);
  else
    s->flags |= MC_FN_DYNAMIC;
}

/* add rsp, reg: compilers load the negative size. */
static void add_reg(sweep *s, unsigned from)
{
  const reg *r = &s->r[from];
  if (r->kind == R_CONST && s->count - r->age <= FRESH && r->v >= -MC_FRAME_MAX && r->v <= MC_FRAME_MAX)
    deepen(s, s->depth - r->v);
}

/* cmp rsp, reg at the end of a probe loop: the loop lowers the stack to reg. */
static void compare(sweep *s, unsigned a, unsigned b)
{
  unsigned other = a == X_RSP ? b : a;
  if ((a == X_RSP || b == X_RSP) && s->r[other].kind == R_DEPTH && s->r[other].v > s->depth) {
    s->flags |= MC_FN_PROBED;
    deepen(s, s->r[other].v);
  }
}

static void alu(sweep *s, const x86_ins *i)
{
  unsigned kind = i->op >> 3 & 7, form = i->op & 7;
  if (form > 3)
    return;
  unsigned to = form & 2 ? i->reg : i->rm, from = form & 2 ? i->rm : i->reg;
  if (kind == 7) {
    if (i->mod == 3)
      compare(s, to, from);
    return;
  }
  if (!(form & 2) && i->mod != 3)
    return;   /* writes memory */
  if (to == X_RSP && i->mod == 3 && kind == 5)
    sub_reg(s, from);
  else if (to == X_RSP && i->mod == 3 && kind == 0)
    add_reg(s, from);
  else if (to == X_RSP && (kind == 5 || kind == 0))
    s->flags |= MC_FN_DYNAMIC;
  else if (kind == 6 && i->mod == 3 && to == from)
    s->r[to] = (reg){0, R_CONST, s->count};
  else
    forget(s, to);
}

static void push(sweep *s, int64_t n)
{
  deepen(s, s->depth + n);
}

static void group5(sweep *s, const x86_ins *i)
{
  if (i->digit == 6)
    push(s, s->word);
  else if (i->digit == 2)
    s->body = s->depth;
  else if (i->digit < 2 && i->mod == 3)
    forget(s, i->rm);
}

static void leave(sweep *s)
{
  if (s->r[X_RBP].kind == R_DEPTH)
    s->depth = s->r[X_RBP].v - s->word;
}

static void two_byte(sweep *s, const x86_ins *i)
{
  if (i->has_modrm && i->mod == 3 && (i->op & 0xf0) == 0x40)
    forget(s, i->reg);
  else if (i->op >= 0xa0 && i->op < 0xc8 && i->has_modrm)
    forget(s, i->reg);
}

static void one_opcode(sweep *s, const x86_ins *i)
{
  switch (i->op) {
  case 0x68: case 0x6a: case 0x9c: push(s, s->word); break;
  case 0x8f: case 0x9d: s->depth -= s->word; break;
  case 0x81: case 0x83: if (i->mod == 3) add_imm(s, i->rm, i->imm, i->digit); break;
  case 0x89: if (i->mod == 3) move(s, i->rm, i->reg); break;
  case 0x8b: if (i->mod == 3) move(s, i->reg, i->rm); else forget(s, i->reg); break;
  case 0x8d: lea(s, i); break;
  case 0xc7: if (i->mod == 3) s->r[i->rm] = (reg){i->imm, R_CONST, s->count}; break;
  case 0xc8: push(s, s->word); s->r[X_RBP] = (reg){s->depth, R_DEPTH, s->count}; push(s, i->imm & 0xffff); break;
  case 0xc9: leave(s); break;
  case 0xe8: s->body = s->depth; break;
  case 0x63: case 0x69: case 0x6b: forget(s, i->reg); break;
  case 0xff: group5(s, i); break;
  default: break;
  }
}

static void one_byte(sweep *s, const x86_ins *i)
{
  uint8_t op = i->op;
  if (op < 0x40) {
    alu(s, i);
  } else if (op >= 0x50 && op < 0x58) {
    push(s, s->word);
  } else if (op >= 0x58 && op < 0x60) {
    s->depth -= s->word;
    forget(s, i->rm);
  } else if (op >= 0xb8 && op < 0xc0) {
    s->r[i->rm] = (reg){i->flags & X_W ? i->imm : (int64_t)(uint32_t)i->imm, R_CONST, s->count};
  } else {
    one_opcode(s, i);
  }
}

/* May the opcode be a branch, or the end of what runs through? */
static int turns(const x86_ins *i)
{
  uint8_t op = i->op;
  if (i->flags & X_VEX)
    return 0;
  if (i->map != X_MAP_1)
    return i->map == X_MAP_0F && ((op & 0xf0) == 0x80 || op == 0x0b);
  return (op & 0xf0) == 0x70 || op == 0xc2 || op == 0xc3 || (op >= 0xe0 && op <= 0xeb) || op == 0xf4 || op == 0xff;
}

/* Where control goes from this instruction. */
static void flow(sweep *s, const x86_ins *i, uint64_t next, const mc_func *f)
{
  int cond = (i->map == X_MAP_0F && i->op >= 0x80 && i->op <= 0x8f)
          || (i->map == X_MAP_1 && ((i->op >= 0x70 && i->op <= 0x7f) || (i->op >= 0xe0 && i->op <= 0xe3)));
  int jump = i->map == X_MAP_1 && (i->op == 0xe9 || i->op == 0xeb);
  int ends = jump || (i->map == X_MAP_1 && (i->op == 0xc3 || i->op == 0xc2 || i->op == 0xf4
                                            || (i->op == 0xff && (i->digit == 4 || i->digit == 5))))
          || (i->map == X_MAP_0F && i->op == 0x0b);
  if (cond || jump)
    carry(s, next + (uint64_t)i->imm);
  if (cond)
    s->body = s->depth;
  /* a jump out of the function follows an epilogue, as a return does */
  int stays = jump ? next + (uint64_t)i->imm - f->addr < f->size : i->op == 0xff && s->depth > s->word;
  if (ends)
    resume(s, stays);
}

/* The opcodes of most instructions, and how little there is to them here.  MEMORY, REGISTER: nothing is done
 * when the operand is that; SETS: the register of the reg field gets what is not known; the low bits
 * are the bytes of immediate. */
enum { MEMORY = 16, REGISTER = 32, SETS = 64, BYTES = 7, BOTH = MEMORY | REGISTER };
static const uint8_t simple[256] = {
  [0x01] = MEMORY, [0x09] = MEMORY, [0x21] = MEMORY, [0x29] = MEMORY, [0x31] = MEMORY,
  [0x38] = MEMORY, [0x39] = MEMORY, [0x3a] = MEMORY, [0x3b] = MEMORY, [0x63] = BOTH | SETS, [0x84] = BOTH, [0x85] = BOTH,
  [0x80] = BOTH | 1, [0x81] = MEMORY | 4, [0x83] = MEMORY | 1, [0x88] = BOTH, [0x89] = MEMORY,
  [0x8b] = MEMORY | SETS, [0xc0] = BOTH | 1, [0xc1] = BOTH | 1, [0xc6] = MEMORY | 1, [0xc7] = MEMORY | 4,
  [0xd1] = BOTH, [0xd3] = BOTH
};
/* The same for the map behind 0F: vector moves and arithmetic, and what extends a value. */
static const uint8_t simple_0f[256] = {
  [0x10] = BOTH, [0x11] = BOTH, [0x12] = BOTH, [0x13] = BOTH, [0x14] = BOTH, [0x16] = BOTH, [0x17] = BOTH,
  [0x1f] = BOTH, [0x28] = BOTH, [0x29] = BOTH, [0x2a] = BOTH, [0x2e] = BOTH, [0x2f] = BOTH, [0x51] = BOTH,
  [0x54] = BOTH, [0x57] = BOTH, [0x58] = BOTH, [0x59] = BOTH, [0x5a] = BOTH, [0x5c] = BOTH, [0x5e] = BOTH,
  [0x6e] = BOTH, [0x6f] = BOTH, [0x7e] = BOTH, [0x7f] = BOTH, [0xaf] = BOTH | SETS, [0xb6] = BOTH | SETS,
  [0xb7] = BOTH | SETS, [0xbe] = BOTH | SETS, [0xbf] = BOTH | SETS, [0xd6] = BOTH, [0xef] = BOTH
};

/* An instruction whose prefixes, REX and opcode were read: v is from what follows the opcode on. */
typedef struct {
  mc_view whole, v;
  const mc_func *f;
  uint64_t next;        /* address of what follows the opcode */
  unsigned reg, rm;     /* of ModRM, with their REX bits */
  uint8_t op, m, rex;
} head;

MC_INLINE int64_t disp32(const head *h)
{
  return (int32_t)mc_ld32(h->v, 0, 0);
}

/* lea not of rsp, from one register: rsp, or one that needs no SIB. */
MC_INLINE unsigned quick_lea(sweep *s, const head *h)
{
  unsigned mod = h->m >> 6, sib = (h->m & 7) == 4;
  if (mod == 3 || (sib && (mc_ld8(h->v, 1) != 0x24 || h->rex & 3)) || h->reg == X_RSP)
    return 0;
  int wide = mod == 2 || (mod == 0 && (h->m & 7) == 5);
  reg from = mod == 0 && wide ? (reg){0, R_NONE, 0} : sib ? (reg){s->depth, R_DEPTH, s->count} : s->r[h->rm];
  int64_t by = wide ? (int32_t)mc_ld32(h->v, 1 + sib, 0) : mod ? (int8_t)mc_ld8(h->v, 1 + sib) : 0;
  s->r[h->reg] = from.kind == R_DEPTH ? (reg){from.v - by, R_DEPTH, from.age} : (reg){0, R_NONE, s->count};
  return 1 + sib + (wide ? 4 : mod);
}

/* Two registers, neither of which is rsp, or a move from that. */
MC_INLINE unsigned quick_pair(sweep *s, const head *h)
{
  unsigned to = h->op & 2 ? h->reg : h->rm, from = h->op & 2 ? h->rm : h->reg;
  if (h->m < 0xc0 || to == X_RSP || (from == X_RSP && h->op < 0x80))
    return 0;
  if (from == X_RSP) {
    s->r[to] = (reg){s->depth, R_DEPTH, s->count};
    return 1;
  }
  if (h->op >= 0x80)
    s->r[to] = s->r[from];
  else if ((h->op & 0xf8) == 0x30 && to == from)
    s->r[to] = (reg){0, R_CONST, s->count};
  else if (h->op < 0x38)
    forget(s, to);
  return 1;
}

MC_INLINE unsigned quick_vex(const head *h)
{
  unsigned n = x86_vex(h->whole);
  return n ? n - 1 : 0;
}

/* A jump; `len` bytes of displacement. */
MC_INLINE unsigned quick_leave(sweep *s, const head *h, int64_t by, unsigned len)
{
  uint64_t to = h->next + len + (uint64_t)by;
  carry(s, to);
  resume(s, to - h->f->addr < h->f->size);
  return len;
}

/* The bytes from h->v on that belong to one of the other frequent instructions, done with; 0: not one of them. */
MC_INLINE unsigned quick_other(sweep *s, const head *h)
{
  switch (h->op) {
  case 0x50: case 0x51: case 0x52: case 0x53: case 0x54: case 0x55: case 0x56: case 0x57:
    push(s, s->word);
    return UINT32_MAX;
  case 0x58: case 0x59: case 0x5a: case 0x5b: case 0x5c: case 0x5d: case 0x5e: case 0x5f:
    s->depth -= s->word;
    forget(s, (h->op & 7u) | (h->rex & 1u) << 3);
    return UINT32_MAX;
  case 0x70: case 0x71: case 0x72: case 0x73: case 0x74: case 0x75: case 0x76: case 0x77:
  case 0x78: case 0x79: case 0x7a: case 0x7b: case 0x7c: case 0x7d: case 0x7e: case 0x7f:
    carry(s, h->next + 1 + (uint64_t)(int64_t)(int8_t)h->m);
    s->body = s->depth;
    return 1;
  case 0x6a: push(s, s->word); return 1;
  case 0xc4: case 0xc5: return h->rex ? 0 : quick_vex(h);
  case 0xb8: case 0xb9: case 0xba: case 0xbb: case 0xbc: case 0xbd: case 0xbe: case 0xbf:
    if (h->rex & 8)
      return 0;
    s->r[(h->op & 7u) | (h->rex & 1u) << 3] = (reg){mc_ld32(h->v, 0, 0), R_CONST, s->count};
    return 4;
  case 0xe8: s->body = s->depth; return 4;
  case 0xe9: return quick_leave(s, h, disp32(h), 4);
  case 0xeb: return quick_leave(s, h, (int8_t)h->m, 1);
  case 0xc3: resume(s, 0); return UINT32_MAX;
  case 0xc9: leave(s); return UINT32_MAX;
  case 0x90: case 0xcc: return UINT32_MAX;
  case 0x3c: case 0xa8: return 1;
  case 0x3d: case 0xa9: return 4;
  case 0x8d: return quick_lea(s, h);
  case 0x81: add_imm(s, h->rm, (int32_t)mc_ld32(h->v, 1, 0), h->m >> 3 & 7); return 5;
  case 0x83: add_imm(s, h->rm, (int8_t)mc_ld8(h->v, 1), h->m >> 3 & 7); return 2;
  case 0x89: case 0x8b: case 0x01: case 0x03: case 0x09: case 0x0b: case 0x21: case 0x23: case 0x29: case 0x2b:
  case 0x31: case 0x33: case 0x39: case 0x3b: return quick_pair(s, h);
  default: return 0;
  }
}

MC_INLINE unsigned quick_jump(sweep *s, const head *h)
{
  carry(s, h->next + 4 + (uint64_t)disp32(h));
  s->body = s->depth;
  return 4;
}

/* The length of a frequent instruction at v (16 bytes), which is done with, or 0. */
MC_INLINE unsigned quick(sweep *s, mc_view v, uint64_t at, const mc_func *f)
{
  uint8_t op = mc_ld8(v, 0);
  unsigned small = op == 0x66 || op == 0xf2 || op == 0xf3, o = small;
  uint8_t rex = mc_ld8(v, o);
  unsigned has = (rex & 0xf0) == 0x40;
  rex = has ? rex : 0;
  o += has;
  op = mc_ld8(v, o++);
  unsigned what = simple[op];
  int far = op == 0x0f;
  if (far) {
    op = mc_ld8(v, o++);
    what = simple_0f[op];
  }
  uint8_t m = mc_ld8(v, o), mod = m >> 6;
  if (!(what & (mod == 3 ? REGISTER : MEMORY)) || (small && (what & BYTES) == 4)) {
    head h = {v, mc_sub(v, o, v.n - o), f, at + o, (unsigned)(m >> 3 & 7) | (rex & 4u) << 1, (unsigned)(m & 7) | (rex & 1u) << 3,
              op, m, rex};
    unsigned n = small ? 0 : !far ? quick_other(s, &h) : (op & 0xf0) == 0x80 ? quick_jump(s, &h) : 0;
    return n == 0 ? 0 : n == UINT32_MAX ? o : o + n;
  }
  if (what & SETS)
    forget(s, (unsigned)(m >> 3 & 7) | (rex & 4u) << 1);
  return o + x86_operand(mc_sub(v, o, v.n - o)) + (what & BYTES);
}

/* Over what says nothing of the depth: from offset o to the next that does, when registers do not count. */
MC_INLINE uint64_t skip(const x86_tables *t, mc_view body, uint64_t o, uint64_t end)
{
  const uint8_t *p;
  while (o < end && body.n - o >= X_AHEAD && (p = x86_over(t, body.p + o, K_FLOW)) != NULL)
    o = (uint64_t)(p - body.p);
  return o;
}

void mc_x86_frame(const mc_code *c, mc_func *f, mc_view body, const mc_skim *how)
{
  sweep s;
  x86_ins i;
  memset(s.r, 0, sizeof s.r);
  memset(s.set, 0, sizeof s.set);
  s.count = s.flags = 0;
  s.guessed = 0;
  s.word = c->is64 ? 8 : 4;
  s.depth = s.max = s.body = s.word;
  uint64_t end = how->until < body.n ? how->until : body.n;
  for (uint64_t o = 0; o < end; o += i.len) {
    if (!how->registers && !s.guessed && (o = skip(c->tables, body, o, end)) >= end)
      break;
    arrive(&s, f->addr + o);
    s.count++;
    if (c->is64 && body.n - o >= X_AHEAD && (i.len = (uint8_t)quick(&s, mc_sub(body, o, X_AHEAD), f->addr + o, f)) != 0)
      continue;
    if (!x86_decode(body, o, c->is64, &i)) {
      /* data in code, or an instruction that is not known: what follows may start anywhere */
      if (!(f->flags & MC_FN_FDE))
        f->flags |= MC_FN_NOFRAME;
      break;
    }
    if (i.map == X_MAP_1 && !(i.flags & X_VEX))
      one_byte(&s, &i);
    else if (i.map == X_MAP_0F && !(i.flags & X_VEX))
      two_byte(&s, &i);
    if (turns(&i))
      flow(&s, &i, f->addr + o + i.len, f);
  }
  if (s.max > f->frame)
    f->frame = (uint32_t)s.max;
  f->flags |= s.flags;
}
