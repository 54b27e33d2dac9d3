/* mc_x86_frame.c - the largest stack depth of one function, read from its instructions.
 *
 * For what .eh_frame does not tell: frames addressed through rbp, realigned ones, code without
 * unwind tables.  The depth is followed through the instructions in order; behind an
 * unconditional jump or a return it continues from what a branch to that place carried. */
#include "mc_code_int.h"
#include "mc_x86.h"

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
  carried to[KNOWN];
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
  carried *k = &s->to[to % KNOWN];
  if (k->at != to || k->depth < s->depth)
    *k = (carried){to, s->depth};
}

/* Behind a jump or a return the depth is a guess, until a place is reached that a branch led to. */
static void resume(sweep *s, int jumped)
{
  s->depth = jumped ? s->depth : s->body;
  s->guessed = 1;
}

static void arrive(sweep *s, uint64_t at)
{
  const carried *k = &s->to[at % KNOWN];
  if (s->guessed && k->at == at) {
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

void mc_x86_frame(const mc_code *c, mc_func *f, mc_view body)
{
  sweep s = {.word = c->is64 ? 8 : 4};
  x86_ins i;
  s.depth = s.max = s.body = s.word;
  for (uint64_t o = 0; o < body.n; o += i.len) {
    if (!x86_decode(body, o, c->is64, &i)) {
      /* data in code, or an instruction that is not known: what follows may start anywhere */
      if (!(f->flags & MC_FN_FDE))
        f->flags |= MC_FN_NOFRAME;
      break;
    }
    s.count++;
    arrive(&s, f->addr + o);
    if (i.map == X_MAP_1 && !(i.flags & X_VEX))
      one_byte(&s, &i);
    else if (i.map == X_MAP_0F && !(i.flags & X_VEX))
      two_byte(&s, &i);
    flow(&s, &i, f->addr + o + i.len, f);
  }
  if (s.max > f->frame)
    f->frame = (uint32_t)s.max;
  f->flags |= s.flags;
}
