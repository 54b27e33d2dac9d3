/* mc_x86_skim.c - how much of a function's code can say anything of its frame.
 *
 * A frame is read instruction by instruction (mc_x86_frame.c), but most of a function only uses it.
 * Here each instruction gets no more than its length and one question: can it lower the stack
 * pointer?  What follows the last that can need not be read at all.  Lengths and answers come from
 * tables; where these do not know, x86_decode is asked.  An instruction's address is known only
 * when the length of the one before is, so that a processor would mostly wait: functions are gone
 * through several at a time. */
#include <stdlib.h>

#include "mc_x86_skim.h"

enum { LANES = 4 };   /* functions at a time */

/* One function on its way. */
typedef struct {
  mc_view v;          /* up to the segment's end */
  uint64_t at, end;
  uint32_t row;
  uint64_t until;     /* behind the last instruction that can lower rsp */
  uint64_t weak;      /* behind the last that sets rsp from rbp */
  int64_t far;        /* the furthest below rbp to which those set it */
  uint32_t moves;     /* of rbp */
  int general;        /* rbp may hold more than a frame pointer */
  int registers;      /* rsp is set from another one, or by what one holds */
} lane;

/* Opcodes at which a reader of frames has to know the depth, or learns it, besides those that lower rsp. */
static int goes(unsigned op)
{
  if (op >= 256)
    return (op & 0xf0) == 0x80 || op == 0x10b;
  return (op >= 0x58 && op < 0x60) || (op & 0xf0) == 0x70 || op == 0x8f || op == 0x9d || op == 0xc2 || op == 0xc3
      || (op >= 0xe0 && op <= 0xeb) || op == 0xf4 || op == 0xff;
}

static uint32_t asks(unsigned op)
{
  unsigned form = op & 7;
  if (op >= 256)
    return (op & 0xf0) == 0x40 || (op >= 0x1a0 && op < 0x1c8) ? K_REG_BP : 0;
  if (op < 0x40 && form <= 3)
    return K_RM_SP | K_REG_SP | K_RM_BP | K_REG_BP;
  switch (op) {
  case 0x63: case 0x69: case 0x6b: return K_REG_BP;
  case 0x81: case 0x83: case 0x89: return K_RM_SP | K_RM_BP;
  case 0x8b: case 0x8d: return K_REG_SP | K_REG_BP;
  case 0xbd: return K_WIDE | K_RM_BP;
  case 0xc7: return K_RM_BP;
  case 0xff: return K_PUSH | K_RM_BP;
  case 0x68: case 0x6a: case 0x9c: case 0xc8: case 0xc9: return K_ALWAYS;
  default: return op >= 0x50 && op < 0x58 ? K_ALWAYS : op >= 0xb8 && op < 0xc0 ? K_WIDE : 0;
  }
}

static int is_prefix(unsigned b)
{
  return b == 0x66 || b == 0xf2 || b == 0xf3 || b == 0xf0 || b == 0x2e || b == 0x36 || b == 0x3e || b == 0x26 || b == 0x64
      || b == 0x65;
}

/* A second prefix, and opcodes whose length is more than the tables can say. */
static int is_odd(unsigned op)
{
  return is_prefix(op) || (op >= 0x40 && op < 0x50) || (op >= 0xa0 && op <= 0xa3) || op == 0x0f || op == 0x62 || op == 0x67
      || op == 0xc4 || op == 0xc5 || op == 0x138 || op == 0x13a;
}

static uint32_t opcode(unsigned op)
{
  uint8_t bytes[16] = {0x0f};
  unsigned first = op >> 8;
  bytes[first] = (uint8_t)op;
  bytes[first + 1] = 0xd0;      /* two registers, or extension 2 */
  x86_ins i;
  if (is_odd(op) || !x86_decode((mc_view){bytes, sizeof bytes}, 0, 1, &i))
    return K_ALWAYS;
  uint32_t n = i.len - (uint32_t)first - i.has_modrm, why = asks(op) | (goes(op) ? K_GOES : 0);
  if (op == 0xf6 || op == 0xf7)
    return n | K_PREFIX | (op == 0xf6 ? T_F6 : T_F7);
  return n | (i.has_modrm ? T_MODRM : 0) | why | (n > 4 ? K_PREFIX : 0);
}

static uint32_t operand(unsigned m)
{
  uint8_t bytes[16] = {0x8b, (uint8_t)m};
  unsigned rm = m & 7, reg = m >> 3 & 7;
  uint32_t why = K_ALWAYS | K_PREFIX | K_GOES;
  x86_ins i;
  x86_decode((mc_view){bytes, sizeof bytes}, 0, 1, &i);
  why |= m < 0xc0 ? 0 : rm == X_RSP ? K_RM_SP : rm == X_RBP ? K_RM_BP : 0;
  why |= reg == X_RSP ? K_REG_SP : reg == X_RBP ? K_REG_BP : 0;
  why |= reg == 6 ? K_PUSH : 0;
  return (i.len - 1u) | (m < 0x40 && rm == 4 ? T_SIB : 0) | why;
}

static unsigned row_of(unsigned b)
{
  return is_prefix(b) ? ROW_PREFIX : b == 0x0f ? ROW_FAR : (b & 0xf0) == 0x40 ? ROW_REX + (b & 15) : ROW_OTHER;
}

static uint32_t why(unsigned rex)
{
  return K_PUSH | K_ALWAYS | K_GOES | (rex & 1 ? 0 : K_RM_SP | K_RM_BP) | (rex & 4 ? 0 : K_REG_SP | K_REG_BP) | (rex & 8 ? K_WIDE : 0);
}

static const x86_tables *fill(mc_code *c)
{
  x86_tables *t = c->tables = malloc(sizeof *t);
  if (!t) {
    mc_code_fail(c, MC_NOMEM, MC_T_FILE, sizeof *t);
    return NULL;
  }
  for (unsigned op = 0; op < 512; op++)
    t->op[op] = opcode(op);
  for (unsigned m = 0; m < 256; m++) {
    int tests = (m & 0x38) < 0x10;
    t->modrm[m] = K_WIDE | K_PREFIX | K_ALWAYS | K_GOES | K_RM_BP;
    t->modrm[T_MODRM | m] = operand(m);
    t->modrm[T_F6 | m] = operand(m) + (tests ? 1 : 0);
    t->modrm[T_F7 | m] = operand(m) + (tests ? 4 : 0);
  }
  for (unsigned b = 0; b < 256; b++) {
    t->row[b] = 256 * row_of(b);
    t->lead[256 * ROW_OTHER + b] = why(0);
    t->lead[256 * ROW_FAR + b] = 1 | T_FAR | why(0);
    t->lead[256 * ROW_PREFIX + b] = K_PREFIX | (row_of(b) >= ROW_REX ? 2 | why(b) : b == 0x0f ? 2 | T_FAR | why(0) : 1 | why(0));
    for (unsigned rex = 0; rex < 16; rex++)
      t->lead[256 * (ROW_REX + rex) + b] = (b == 0x0f ? 2 | T_FAR : 1) | why(rex);
  }
  return t;
}

/* What an instruction can do to rsp, or to what rsp may be set from. */
enum { D_NOTHING, D_LOWERS, D_WEAK, D_MOVES };

static int arithmetic(const x86_ins *i)
{
  if (i->mod != 3 || (i->rm != X_RSP && i->rm != X_RBP) || (i->digit != 0 && i->digit != 4 && i->digit != 5))
    return D_NOTHING;
  if (i->rm == X_RBP)
    return D_MOVES;
  return i->digit == 0 && i->imm >= 0 ? D_NOTHING : D_LOWERS;
}

static int does(const x86_ins *i)
{
  unsigned form = i->op & 7, to = i->op == 0x89 ? i->rm : i->reg;
  if (i->map != X_MAP_1 || (i->flags & X_VEX))
    return D_NOTHING;
  if (i->op < 0x40 && form <= 3)
    return (i->mod == 3 && i->rm == X_RSP) || (i->reg == X_RSP && (i->mod == 3 || form >= 2)) ? D_LOWERS : D_NOTHING;
  if (i->op >= 0x50 && i->op < 0x58)
    return D_LOWERS;
  switch (i->op) {
  case 0x68: case 0x6a: case 0x9c: case 0xc8: return D_LOWERS;
  case 0x81: case 0x83: return arithmetic(i);
  case 0x89: case 0x8b: return i->mod != 3 ? D_NOTHING : to == X_RSP ? D_LOWERS : to == X_RBP ? D_MOVES : D_NOTHING;
  case 0x8d:
    if (to != X_RSP)
      return to == X_RBP ? D_MOVES : D_NOTHING;
    return i->base == X_RBP && i->index == X_NONE ? D_WEAK : D_LOWERS;
  case 0xc9: return D_WEAK;
  case 0xff: return i->digit == 6 ? D_LOWERS : D_NOTHING;
  default: return D_NOTHING;
  }
}

/* Goes over what prologues and epilogues do, which is most of what has to be looked at: endbr64, pushes, mov rbp, rsp,
 * sub and add of a constant.  Does nothing where something else is. */
static void plain(lane *l)
{
  while (l->at + 8 <= l->end) {
    uint32_t w = mc_ld32(l->v, l->at, 0), low = w & 0xffffff, rex = (w & 0xf0) == 0x40;
    if ((w >> 8 * rex & 0xf8) == 0x50)
      l->until = l->at += 1 + rex;
    else if (low == 0xe58948) {
      l->moves++;
      l->until = l->at += 3;
    } else if (low == 0xec8348)
      l->until = l->at += 4;
    else if (low == 0xec8148)
      l->until = l->at += 7;
    else if ((low == 0xc48348 && w >> 31 == 0) || w == 0xfa1e0ff3)
      l->at += 4;
    else
      return;
  }
}

/* Does an instruction use rbp as any register is used?  What sets it from rsp does not. */
static int is_general(const x86_ins *i, int what)
{
  if (i->flags & X_VEX)
    return 0;
  if (what != D_MOVES)
    return (i->has_modrm && (i->reg == X_RBP || (i->mod == 3 && i->rm == X_RBP))) || (i->op == 0xbd && i->rm == X_RBP);
  if (i->op == 0x8d)
    return i->base != X_RSP || i->index != X_NONE;
  return i->op == 0x89 ? i->reg != X_RSP : i->op != 0x8b || i->rm != X_RSP;
}

/* Does an instruction that lowers rsp do so by as much as it says itself? */
static int by_constant(const x86_ins *i)
{
  return (i->op >= 0x50 && i->op < 0x58) || i->op == 0x68 || i->op == 0x6a || i->op == 0x9c || i->op == 0x81 || i->op == 0x83
      || i->op == 0xff || (i->op == 0x8d && i->base == X_RSP && i->index == X_NONE);
}

/* The bytes of vector instructions and of padding, which say nothing of a stack. */
static unsigned vectors(const lane *l)
{
  if (l->end - l->at < X_AHEAD)
    return 0;
  mc_view v = mc_sub(l->v, l->at, X_AHEAD);
  unsigned n = 0;
  while (n < 9 && (mc_ld8(v, n) == 0x66 || mc_ld8(v, n) == 0x2e))
    n++;
  return n == 0 ? x86_vex(v) : mc_ld16(v, n, 0) == 0x1f0f && n < 6 ? n + 2 + x86_operand(mc_sub(v, n + 2, X_AHEAD - n - 2)) : 0;
}

/* The instruction at l->at, which the tables do not know.  0: it is none. */
static int ask(lane *l)
{
  x86_ins i;
  mc_view body = mc_sub(l->v, 0, l->end);
  uint64_t from = l->at;
  plain(l);
  l->at += vectors(l);
  if (l->at != from)
    return 1;
  if (!x86_decode(body, l->at, 1, &i))
    return 0;
  l->at += i.len;
  int what = does(&i);
  l->general |= is_general(&i, what);
  switch (what) {
  case D_MOVES: l->moves++; l->until = l->at; break;
  case D_LOWERS: l->until = l->at; l->registers |= !by_constant(&i); break;
  case D_WEAK:
    l->weak = l->at;
    if (i.op == 0x8d && -(int64_t)i.disp > l->far)
      l->far = -(int64_t)i.disp;
    break;
  default: break;
  }
  return 1;
}

/* push rbp; mov rbp, rsp, behind endbr64 where that is on: rbp is 16 bytes below the caller's stack. */
static int frame_pointer(const lane *l)
{
  uint64_t o = l->end >= 8 && mc_ld32(l->v, 0, 0) == 0xfa1e0ff3 ? 4 : 0;
  return l->end >= o + 4 && (mc_ld32(l->v, o, 0) == 0xe5894855 || mc_ld32(l->v, o, 0) == 0xec8b4855);
}

/* What is known of a function once its end is reached, or bytes were found that are no instruction. */
static void finish(const lane *l, mc_skim *rows, int sound)
{
  mc_skim *r = &rows[l->row];
  *r = (mc_skim){r->addr, r->size, r->size, 0, 1};
  if (!sound || l->at != l->end)
    return;
  r->until = l->until;
  r->registers = l->registers || (l->weak && (l->moves != 1 || l->general));
  if (l->weak && l->moves == 1 && frame_pointer(l))
    r->least = l->far > 0 ? 16 + (uint64_t)l->far : 16;
  else if (l->weak > l->until)
    r->until = l->weak;
}

/* The next function that has any bytes. */
static int begin(const mc_code *c, lane *l, mc_skim *rows, uint32_t n, uint32_t *next)
{
  while (*next < n) {
    mc_skim *r = &rows[*next];
    mc_view v = mc_code_at(c, r->addr);
    *l = (lane){.v = v, .end = r->size < v.n ? r->size : v.n, .row = (*next)++};
    if (l->end) {
      plain(l);
      return 1;
    }
    finish(l, rows, 0);
  }
  return 0;
}

/* One instruction after the other, of each function in turn, up to one that the tables do not know or
 * that may reach the end: the lane that it is in. */
MC_INLINE unsigned run(const x86_tables *t, const uint8_t **at, const uint8_t *const *stop, unsigned n)
{
  const uint8_t *p[LANES];
  unsigned k;
  memcpy(p, at, sizeof p);
  for (int on = 1; on;)
    for (k = 0; k < n; k++) {
      const uint8_t *next = MC_LIKELY(p[k] < stop[k]) ? x86_over(t, p[k], K_STACK) : NULL;
      if (MC_UNLIKELY(!next)) {
        on = 0;
        break;
      }
      p[k] = next;
    }
  memcpy(at, p, sizeof p);
  return k;
}

/* Looks at where a lane stands; 0 when it has come to an end and nothing is left to begin. */
static int turn(const mc_code *c, lane *l, mc_skim *rows, uint32_t n, uint32_t *next)
{
  int sound = 1;
  if (l->at < l->end && (sound = ask(l)) != 0)
    return 1;
  finish(l, rows, sound);
  return begin(c, l, rows, n, next);
}

/* Up to where a lane may go by the tables. */
static const uint8_t *last(const lane *l)
{
  uint64_t n = l->v.n < X_AHEAD ? 0 : l->v.n - X_AHEAD;
  return l->v.p + (l->end < n ? l->end : n);
}

/* Sets `until`, `least` and `registers` of each row; 0 when memory ran out. */
int mc_x86_skim(mc_code *c, mc_skim *rows, uint32_t n)
{
  lane l[LANES];
  const uint8_t *p[LANES] = {NULL}, *stop[LANES] = {NULL};
  uint32_t next = 0, on = 0;
  const x86_tables *t = c->tables ? c->tables : fill(c);
  if (!t)
    return 0;
  for (; on < LANES && begin(c, &l[on], rows, n, &next); on++) {
    p[on] = l[on].v.p + l[on].at;
    stop[on] = last(&l[on]);
  }
  while (on) {
    unsigned k = on == LANES ? run(t, p, stop, LANES) : run(t, p, stop, on);
    l[k].at = (uint64_t)(p[k] - l[k].v.p);
    if (turn(c, &l[k], rows, n, &next)) {
      p[k] = l[k].v.p + l[k].at;
      stop[k] = last(&l[k]);
      continue;
    }
    on--;   /* the last lane takes its place */
    l[k] = l[on];
    p[k] = p[on];
    stop[k] = stop[on];
  }
  return 1;
}
