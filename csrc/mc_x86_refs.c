/* mc_x86_refs.c - calls, tail jumps and taken addresses in x86_64 code.
 *
 * No disassembly: every byte is looked at as if an instruction began there, and what counts is
 * that the displacement lands exactly on a function's start or on a procedure linkage entry. */
#include "mc_code_int.h"
#include "mc_x86.h"

enum { NOTHING, CALL, JUMP, TWO, GROUP5, LEA, LOAD_IMM };

static const uint8_t opener[256] = {
  [0xe8] = CALL, [0xe9] = JUMP, [0x0f] = TWO, [0xff] = GROUP5, [0x8d] = LEA,
  [0xb8] = LOAD_IMM, [0xb9] = LOAD_IMM, [0xba] = LOAD_IMM, [0xbb] = LOAD_IMM, [0xbd] = LOAD_IMM,
  [0xbe] = LOAD_IMM, [0xbf] = LOAD_IMM, [0xc7] = LOAD_IMM
};

typedef struct {
  mc_code *c;
  mc_func *f;
  mc_view v;
  uint64_t lo, hi;     /* where executable segments lie */
  int record, fixed;   /* fixed: not position independent, so that immediates can be addresses */
} state;

MC_INLINE uint64_t rel32(mc_view v, uint64_t o)
{
  return (uint64_t)(int64_t)(int32_t)mc_ld32(v, o, 0);
}

/* What a GOT slot leads to: a function, an imported symbol, or MC_NO_FUNC. */
static uint32_t slot_target(const mc_code *c, uint64_t slot)
{
  const mc_ptr *p = mc_code_ptr_at(c, slot);
  if (!p || p->cls == MC_RC_IRELATIVE)
    return MC_NO_FUNC;
  return p->sym ? MC_IMPORT | p->sym : mc_code_start_at(c, p->value);
}

/* The bytes before the jump of a procedure linkage entry: endbr64, and the bnd prefix. */
static uint64_t stub_prefix(mc_view v)
{
  uint64_t o = v.n >= 4 && mc_ld32(v, 0, 0) == 0xfa1e0ff3 ? 4 : 0;
  return v.n > o && mc_ld8(v, o) == 0xf2 ? o + 1 : o;
}

static uint32_t stub_at(const mc_code *c, mc_view v, uint64_t addr)
{
  uint64_t o = stub_prefix(v);
  if (v.n < o + 6 || mc_ld16(v, o, 0) != 0x25ff)
    return MC_NO_FUNC;
  return slot_target(c, addr + o + 6 + rel32(v, o + 2));
}

/* The target of the procedure linkage entry at addr, MC_NO_FUNC when it is none. */
uint32_t mc_x86_stub(const mc_code *c, uint64_t addr)
{
  return stub_at(c, mc_code_at(c, addr), addr);
}

/* Instructions that no function of a program begins with: what data and text decode to. */
static int is_unlikely(const x86_ins *i)
{
  uint8_t op = i->op;
  if (i->map != X_MAP_1 || (i->flags & X_VEX))
    return 0;
  return (op == 0 && i->has_modrm && i->mod == 0) || (op >= 0x6c && op <= 0x6f) || (op >= 0xe4 && op <= 0xe7)
      || (op >= 0xec && op <= 0xef) || (op >= 0xa0 && op <= 0xa3) || op == 0xf1 || op == 0xf4 || op == 0xf5
      || op == 0xfa || op == 0xfb || op == 0xcd || op == 0xce || op == 0xcf || op == 0xd7 || op == 0xca || op == 0xcb;
}

/* Text is not code, though it may begin with the same letters: code has bytes above 127. */
static int is_text(mc_view v)
{
  for (uint64_t o = 0; o < 16 && o < v.n; o++)
    if (mc_ld8(v, o) & 128)
      return 0;
  return 1;
}

static int reads_as_code(mc_view v)
{
  enum { LOOK = 12 };
  x86_ins i;
  uint64_t o = 0;
  for (int n = 0; n < LOOK && o + 16 <= v.n; n++, o += i.len) {
    if (!x86_decode(v, o, 1, &i) || is_unlikely(&i))
      return 0;
    if (i.map == X_MAP_1 && (i.op == 0xc3 || i.op == 0xe9 || i.op == 0xeb || (i.op == 0xff && i.digit == 4)))
      return 1;
  }
  return 1;
}

/* endbr64; push rbp; push rbx or r12 .. r15 before another push, mov or sub; sub rsp. */
static int is_prologue(mc_view v)
{
  uint32_t w = mc_ld32(v, 0, 0), second = w >> 8 & 255, third = w >> 16 & 255;
  if (w == 0xfa1e0ff3 || (w & 0xffffff) == 0xec8348 || (w & 0xffffff) == 0xec8148)
    return 1;
  if ((w & 255) == 0x55 || (w & 255) == 0x53)
    return second == 0x41 || second == 0x48 || second == 0x53 || second == 0x89 || second == 0x31;
  return (w & 255) == 0x41 && second >= 0x54 && second <= 0x57 && (third == 0x41 || third == 0x55 || third == 0x53
                                                                   || third == 0x48 || third == 0x49);
}

int mc_x86_opens(const mc_code *c, uint64_t addr, int strict)
{
  mc_view v = mc_code_at(c, addr);
  if (v.n < 4 || stub_at(c, v, addr) != MC_NO_FUNC)
    return 0;
  if (is_text(v) || !reads_as_code(v))
    return 0;
  if (strict || addr % 16 == 0 || is_prologue(v))
    return !strict || is_prologue(v);
  /* what is before it: a return, int3, or padding */
  mc_view before = mc_code_at(c, addr - 1);
  uint8_t b = before.n ? mc_ld8(before, 0) : 0;
  return b == 0xc3 || b == 0xcc || b == 0x90;
}

static int record(const state *s, uint64_t at, uint32_t target, uint32_t kind)
{
  return s->record ? mc_code_ref(s->c, at, target, kind) : 1;
}

/* A relative branch to `to`; returns the bytes to skip, 0 when the displacement is no branch's. */
static uint64_t branch(const state *s, uint64_t at, uint64_t to, uint32_t kind, uint64_t len)
{
  uint32_t t = mc_code_start_at(s->c, to);
  if (t == MC_NO_FUNC) {
    mc_view v = mc_code_at(s->c, to);
    if (!v.p || to - s->f->addr < s->f->size)
      return 0;
    t = stub_at(s->c, v, to);
    if (t == MC_NO_FUNC) {
      if (kind == MC_CALL_DIRECT)
        mc_code_miss(s->c, to, s->record && mc_code_trusted(s->f));
      return 0;
    }
  } else if (s->c->fn[t].flags & MC_FN_STUB) {
    uint32_t through = mc_x86_stub(s->c, to);
    t = through == MC_NO_FUNC ? t : through;
  }
  if (kind == MC_CALL_TAIL && to == s->f->addr)
    return 0;   /* a loop */
  record(s, at, t, kind);
  return len;
}

/* Is this jump a tail call through a pointer?  Else it is a jump table's: by an index (SIB), or through a
 * register to which the table's address was added just before. */
static int jumps_away(const state *s, uint64_t o, uint8_t m)
{
  if ((m & 0x38) != 0x20)
    return 0;
  if (m < 0xc0)
    return (m & 7) != 4;
  uint64_t back = o && (mc_ld8(s->v, o - 1) & 0xf0) == 0x40 ? 1 : 0;   /* REX */
  back += o > back && mc_ld8(s->v, o - back - 1) == 0x3e;              /* notrack */
  if (o < back + 3)
    return 1;
  uint8_t rex = mc_ld8(s->v, o - back - 3), op = mc_ld8(s->v, o - back - 2);
  return (rex & 0xf8) != 0x48 || (op != 0x01 && op != 0x03);
}

/* FF: calls and jumps through memory or a register. */
static uint64_t group5(const state *s, uint64_t o)
{
  uint8_t m = mc_ld8(s->v, o + 1);
  uint64_t at = s->f->addr + o;
  if (m == 0x15 || m == 0x25) {
    uint32_t t = slot_target(s->c, at + 6 + rel32(s->v, o + 2));
    if (t == MC_NO_FUNC) {
      s->f->flags |= MC_FN_INDIRECT;
      return 0;
    }
    record(s, at, t, m == 0x15 ? MC_CALL_DIRECT : MC_CALL_TAIL);
    return 6;
  }
  if ((m & 0x38) == 0x10 || jumps_away(s, o, m))
    s->f->flags |= MC_FN_INDIRECT;
  return 0;
}

static uint64_t taken(const state *s, uint64_t at, uint64_t to, uint64_t len)
{
  uint32_t t = mc_code_start_at(s->c, to);
  if (t == MC_NO_FUNC) {
    /* only what looks like a prologue: data may follow code in one segment */
    mc_view v = mc_code_at(s->c, to);
    if (v.n >= 4 && to - s->f->addr >= s->f->size && (mc_code_prot(s->c, to) & MC_PF_X))
      mc_code_miss(s->c, to, s->record && (s->f->flags & MC_FN_ENTRY));
    return 0;
  }
  record(s, at, t, MC_CALL_TAKES);
  return len;
}

static uint64_t lea(const state *s, uint64_t o)
{
  uint64_t at = s->f->addr + o;
  return taken(s, at - 1, at + 6 + rel32(s->v, o + 2), 6);
}

static uint64_t load_imm(const state *s, uint64_t o)
{
  uint64_t imm = o + 1;
  if (mc_ld8(s->v, o) == 0xc7)
    imm = (mc_ld8(s->v, o + 1) & 0xf8) == 0xc0 ? o + 2 : 0;
  uint32_t t = imm ? mc_code_start_at(s->c, mc_ld32(s->v, imm, 0)) : MC_NO_FUNC;
  if (t == MC_NO_FUNC)
    return 0;
  record(s, s->f->addr + o, t, MC_CALL_TAKES);
  return imm + 4 - o;
}

static uint64_t looks_like(const state *s, uint64_t o)
{
  uint64_t at = s->f->addr + o;
  switch (opener[mc_ld8(s->v, o)]) {
  case CALL: return branch(s, at, at + 5 + rel32(s->v, o + 1), MC_CALL_DIRECT, 5);
  case JUMP: return branch(s, at, at + 5 + rel32(s->v, o + 1), MC_CALL_TAIL, 5);
  case TWO: return branch(s, at, at + 6 + rel32(s->v, o + 2), MC_CALL_TAIL, 6);
  case GROUP5: return group5(s, o);
  case LEA: return lea(s, o);
  default: return load_imm(s, o);
  }
}

/* A cheap look before looks_like: most bytes that could open a reference do not.  o + 6 is in the body. */
MC_INLINE int worth_a_look(const state *s, uint64_t o)
{
  const uint8_t *p = s->v.p + o;
  uint64_t at = s->f->addr + o;
  switch (opener[*p]) {
  case NOTHING: return 0;
  case CALL: case JUMP: return s->lo <= at + 5 + rel32(s->v, o + 1) && at + 5 + rel32(s->v, o + 1) < s->hi;
  case TWO: return (p[1] & 0xf0) == 0x80 && at + 6 + rel32(s->v, o + 2) - s->f->addr >= s->v.n;
  case GROUP5: return (p[1] & 0x38) == 0x10 || (p[1] & 0x38) == 0x20;
  case LEA: return (p[1] & 0xc7) == 0x05 && o && (p[-1] & 0xf8) == 0x48;
  default: return s->fixed;
  }
}

/* A function of unknown end stops where a procedure linkage table begins: a size-less _init is
 * directly before .plt in most files. */
static void cut_before_stubs(mc_code *c, mc_func *f, mc_view *v)
{
  for (uint64_t o = (16 - f->addr % 16) % 16; o + 16 <= v->n; o += 16) {
    mc_view at = mc_sub(*v, o, v->n - o);
    int first = mc_ld16(at, 0, 0) == 0x35ff;   /* push GOT[1]: the table's first entry */
    if (o && (first || stub_at(c, at, f->addr + o) != MC_NO_FUNC)) {
      f->size = (uint32_t)o;
      v->n = o;
      return;
    }
  }
}

/* Is the function that .eh_frame describes a procedure linkage table? */
static int is_stub_table(const mc_code *c, const mc_func *f, mc_view v)
{
  return v.n >= 6 && (mc_ld16(v, 0, 0) == 0x35ff || stub_at(c, v, f->addr) != MC_NO_FUNC) && f->size % 8 == 0;
}

/* Before any reference is looked at: which functions only lead to others. */
void mc_x86_prepare(mc_code *c)
{
  for (uint32_t i = 0; i < c->fn_n; i++) {
    mc_func *f = &c->fn[i];
    mc_view v = mc_code_at(c, f->addr);
    if (!(f->flags & MC_FN_SIZED))
      cut_before_stubs(c, f, &(mc_view){v.p, f->size < v.n ? f->size : v.n});
    if (is_stub_table(c, f, v))
      f->flags |= MC_FN_STUB;
  }
}

/* May the last instruction be a return, a jump, or a call of what does not return? */
static int ends_plainly(mc_view v)
{
  const uint8_t *e = v.p + v.n;
  return v.n < 6 || e[-1] == 0xc3 || e[-1] == 0xcc || e[-1] == 0xf4 || e[-2] == 0xeb || e[-5] == 0xe8 || e[-5] == 0xe9
      || (e[-2] == 0x0f && e[-1] == 0x0b) || (e[-2] == 0xff && (e[-1] & 0xf0) == 0xe0) || e[-6] == 0xff || e[-1] == 0x90;
}

/* A function that runs into the next one: compilers leave out a tail jump to what follows directly. */
static void falls_through(const state *s)
{
  uint64_t end = s->f->addr + s->f->size, o = 0;
  uint32_t t = mc_code_start_at(s->c, end);
  x86_ins i = {.len = 0};
  if (!s->record || t == MC_NO_FUNC || !(s->f->flags & MC_FN_SIZED) || s->v.n != s->f->size || ends_plainly(s->v))
    return;
  for (; o < s->v.n && x86_decode(s->v, o, 1, &i); o += i.len)
    ;
  int stops = i.map == X_MAP_1 && i.op == 0xff && (i.digit == 4 || i.digit == 2);
  int pads = (i.map == X_MAP_0F && i.op == 0x1f) || (i.map == X_MAP_1 && i.op == 0x90);
  if (o == s->v.n && !stops && !pads)
    record(s, end, t, MC_CALL_TAIL);
}

/* Does an instruction begin at offset o?  Decoding falls into step within a few instructions. */
static int begins_at(mc_view v, uint64_t o)
{
  enum { RUN_UP = 48 };
  x86_ins i;
  uint64_t at = o > RUN_UP ? o - RUN_UP : 0;
  while (at < o)
    at += x86_decode(v, at, 1, &i) ? i.len : 1u;
  return at == o;
}

/* Tail jumps with an 8-bit displacement, to a start of the neighbourhood. */
static void short_jumps(const state *s)
{
  enum { REACH = 130 };
  for (uint64_t o = 0; o + 2 <= s->v.n; o++) {
    if (o == REACH && s->v.n > 2 * REACH)
      o = s->v.n - REACH;
    uint8_t b = mc_ld8(s->v, o);
    if (b != 0xeb && (b & 0xf0) != 0x70)
      continue;
    uint64_t at = s->f->addr + o, to = at + 2 + (uint64_t)(int64_t)(int8_t)mc_ld8(s->v, o + 1);
    uint32_t t = to - s->f->addr < s->f->size ? MC_NO_FUNC : mc_code_start_at(s->c, to);
    if (t != MC_NO_FUNC && begins_at(s->v, o))
      record(s, at, t, MC_CALL_TAIL);
  }
}

/* Where the longest operand does not fit any more: what is shorter. */
static uint64_t last_bytes(const state *s, uint64_t o)
{
  uint8_t b = mc_ld8(s->v, o), m = mc_ld8(s->v, o + 1);
  uint64_t skip = 0;
  if ((b == 0xe8 || b == 0xe9) && o + 5 <= s->v.n)
    skip = looks_like(s, o);
  else if (b == 0xff && m != 0x15 && m != 0x25)
    skip = group5(s, o);
  return skip ? skip : 1;
}

int mc_x86_refs(mc_code *c, mc_func *f, mc_view body, int keep)
{
  mc_func gap_end = *f;
  if (!keep)
    gap_end.size = 0;
  state s = {c, keep ? f : &gap_end, body, UINT64_MAX, 0, keep, c->img->type == 2};
  for (uint32_t i = 0; i < c->starts_n; i++) {
    uint64_t lo = c->starts[i].base, hi = lo + c->starts[i].n;
    s.lo = lo < s.lo ? lo : s.lo;
    s.hi = hi > s.hi ? hi : s.hi;
  }
  enum { LONGEST = 6 };   /* bytes of an opcode with its operand */
  uint64_t o = 0, end = body.n < LONGEST ? 0 : body.n - LONGEST + 1;
  unsigned last = s.fixed ? LOAD_IMM : LEA;
  while (o < end) {
    /* unsigned: NOTHING - 1 is above every kind */
    if (MC_LIKELY((unsigned)opener[body.p[o]] - 1 >= last)) {
      o++;
      continue;
    }
    uint64_t skip = worth_a_look(&s, o) ? looks_like(&s, o) : 0;
    o += skip ? skip : 1;
  }
  while (o + 2 <= body.n)
    o += last_bytes(&s, o);
  falls_through(&s);
  if (keep)
    short_jumps(&s);
  return c->err.status == MC_OK;
}
