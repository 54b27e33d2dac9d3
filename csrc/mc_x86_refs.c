/* mc_x86_refs.c - calls, tail jumps and taken addresses in x86_64 code.
 *
 * No disassembly: every byte is looked at as if an instruction began there, and what counts is
 * that the displacement lands exactly on a function's start or on a procedure linkage entry. */
#include "mc_code_int.h"
#include "mc_x86.h"

typedef struct {
  mc_code *c;
  mc_func *f;
  mc_view v;
  uint64_t lo, hi;     /* where executable segments lie */
  int record, fixed;   /* fixed: not position independent, so that immediates can be addresses */
} state;

/* An offset at which a reference may begin, and where that leads when it is a relative branch. */
typedef struct {
  uint64_t o, to;
} opener;

MC_INLINE uint64_t rel32(mc_view v, uint64_t o)
{
  return (uint64_t)(int64_t)(int32_t)mc_ld32(v, o, 0);
}

/* The bytes before the jump of a procedure linkage entry: endbr64, and the bnd prefix. */
static uint64_t stub_prefix(mc_view v)
{
  uint64_t o = v.n >= 4 && mc_ld32(v, 0, 0) == 0xfa1e0ff3 ? 4 : 0;
  return v.n > o && mc_ld8(v, o) == 0xf2 ? o + 1 : o;
}

static uint32_t stub_at(mc_code *c, mc_view v, uint64_t addr)
{
  uint64_t o = stub_prefix(v);
  if (v.n < o + 6 || mc_ld16(v, o, 0) != 0x25ff)
    return MC_NO_FUNC;
  return mc_code_slot_target(c, addr + o + 6 + rel32(v, o + 2));
}

/* The target of the procedure linkage entry at addr, MC_NO_FUNC when it is none. */
uint32_t mc_x86_stub(mc_code *c, uint64_t addr)
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

int mc_x86_opens(mc_code *c, uint64_t addr, int strict)
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

/* May control stay away from what follows?  A call may be one of what does not return. */
static int ends(const x86_ins *i)
{
  if (i->flags & X_VEX)
    return 0;
  if (i->map != X_MAP_1)
    return i->map == X_MAP_0F && i->op == 0x0b;
  return i->op == 0xc2 || i->op == 0xc3 || i->op == 0xe8 || i->op == 0xe9 || i->op == 0xeb || i->op == 0xf4
      || (i->op == 0xff && (i->digit == 2 || i->digit == 4));
}

int mc_x86_step(mc_view v, uint64_t o, uint64_t at, mc_step *s)
{
  x86_ins i;
  if (!x86_decode(v, o, 1, &i))
    return 0;
  int one = i.map == X_MAP_1, pads = one ? i.op == 0x90 || i.op == 0xcc : i.map == X_MAP_0F && i.op == 0x1f;
  int near = one ? (i.op & 0xf0) == 0x70 || (i.op >= 0xe0 && i.op <= 0xe3) || i.op == 0xe9 || i.op == 0xeb
                 : i.map == X_MAP_0F && (i.op & 0xf0) == 0x80 && !(i.flags & X_VEX);
  *s = (mc_step){at + i.len + (uint64_t)i.imm, i.len, 0};
  s->what = (ends(&i) ? MC_STEP_ENDS : 0u) | (pads ? MC_STEP_PADS : 0u) | (near ? MC_STEP_GOES : 0u);
  return 1;
}

static int record(const state *s, uint64_t at, uint32_t target, uint32_t kind)
{
  return s->record ? mc_code_ref(s->c, at, target, kind) : 1;
}

/* Does an instruction begin at offset o? */
static int begins_at(mc_view v, uint64_t o)
{
  x86_ins i;
  return x86_around(v, o, X_RUN_UP, &i) == o;
}

/* A relative branch to `to`; returns the bytes to skip, 0 when the displacement is no branch's. */
static uint64_t branch(const state *s, uint64_t at, uint64_t to, uint32_t kind, uint64_t len)
{
  uint64_t bit;
  const mc_word *w = mc_code_word(s->c, to, &bit);
  uint32_t t = w && (w->bits & bit) ? w->rank + mc_count(w->bits & (bit - 1)) : MC_NO_FUNC;
  if (t == MC_NO_FUNC) {
    t = stub_at(s->c, mc_code_at(s->c, to), to);
    if (t == MC_NO_FUNC) {
      int believed = s->record && mc_code_trusted(s->f) ? MC_MISS_CALLED : MC_MISS_SEEN;
      mc_code_miss(s->c, at, to, kind == MC_CALL_DIRECT ? believed : MC_MISS_JUMP);
      return 0;
    }
  } else if (w->stub && (s->c->fn[t].flags & MC_FN_STUB)) {
    uint32_t through = mc_x86_stub(s->c, to);
    t = through == MC_NO_FUNC ? t : through;
  }
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
    uint32_t t = mc_code_through(s->c, at, at + 6 + rel32(s->v, o + 2));
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
    if (v.n >= 4 && to - s->f->addr >= s->f->size)
      mc_code_miss(s->c, at, to, s->record && (s->f->flags & MC_FN_ENTRY) ? MC_MISS_CALLED : MC_MISS_SEEN);
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
  uint64_t imm = mc_ld8(s->v, o) == 0xc7 ? o + 2 : o + 1, to = mc_ld32(s->v, imm, 0);
  if (to < s->lo || to >= s->hi)
    return 0;
  uint32_t t = mc_code_start_at(s->c, to);
  if (t == MC_NO_FUNC) {
    mc_code_miss(s->c, s->f->addr + o, to, MC_MISS_JUMP);
    return 0;
  }
  record(s, s->f->addr + o, t, MC_CALL_TAKES);
  return imm + 4 - o;
}

/* E8, E9 and 0F 8x, by their first byte. */
MC_INLINE int is_relative(uint8_t b)
{
  return ((b & 0xfe) == 0xe8) | (b == 0x0f);
}

MC_INLINE uint64_t branch_target(const state *s, uint64_t o, uint8_t b)
{
  unsigned far = b == 0x0f;
  return s->f->addr + o + 5 + far + rel32(s->v, o + 1 + far);
}

/* Does a branch lead to another place of its function?  No other function starts there; a call of its own start is
 * recursion. */
MC_INLINE int is_own(const state *s, uint64_t to, uint8_t b)
{
  uint64_t inside = to - s->f->addr;
  return (inside < (b == 0x0f ? s->v.n : s->f->size)) & ((inside != 0) | (b != 0xe8));
}

/* May this branch lead to another function?  Most lead to another place of their own.  A function of unknown end may only
 * seem to be so long.  No branches here: which way they go cannot be foretold. */
MC_INLINE int leaves(const state *s, uint64_t to, uint8_t b)
{
  int call = b == 0xe8, code = to - s->lo < s->hi - s->lo, own = is_own(s, to, b);
  return code & ((own ^ 1) | (call & !(s->f->flags & MC_FN_SIZED)));
}

/* One that leaves, or seems to. */
static uint64_t relative(const state *s, uint64_t o, uint64_t to, uint8_t b)
{
  if (is_own(s, to, b) && !begins_at(s->v, o))
    return 0;   /* no call either */
  return branch(s, s->f->addr + o, to, b == 0xe8 ? MC_CALL_DIRECT : MC_CALL_TAIL, b == 0x0f ? 6 : 5);
}

/* What begins where a byte opens a reference and the longest operand fits.  Returns the bytes that belong to it, 0 when
 * it is none. */
static uint64_t looks_like(const state *s, const opener *l)
{
  uint8_t b = mc_ld8(s->v, l->o);
  if (MC_LIKELY(is_relative(b)))
    return relative(s, l->o, l->to, b);
  return b == 0xff ? group5(s, l->o) : b == 0x8d ? lea(s, l->o) : load_imm(s, l->o);
}

enum {
  STEP = 16,   /* offsets that are looked at together */
  MORE = 5     /* bytes behind them that are looked at with them */
};

#ifdef __SSE2__
#include <emmintrin.h>

/* For each byte: is it, under the mask, the value? */
MC_INLINE __m128i is(__m128i b, int mask, int value)
{
  return _mm_cmpeq_epi8(_mm_and_si128(b, _mm_set1_epi8((char)mask)), _mm_set1_epi8((char)value));
}

MC_INLINE unsigned bits_of(__m128i x)
{
  return (unsigned)_mm_movemask_epi8(x);
}

/* For each of the immediates whose last two bytes are low and high: can it be an address of code? */
MC_INLINE __m128i near_code(const uint8_t *p, uint64_t lo, uint64_t hi)
{
  __m128i low = _mm_loadu_si128((const __m128i *)(const void *)p);
  __m128i high = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
  __m128i least = _mm_set1_epi8((char)(lo >> 24)), most = _mm_set1_epi8((char)(hi >> 32 ? 255 : hi >> 24));
  __m128i first = _mm_set1_epi8((char)(lo >> 16));
  __m128i in = _mm_cmpeq_epi8(_mm_min_epu8(_mm_max_epu8(high, least), most), high);
  __m128i below = _mm_andnot_si128(_mm_cmpeq_epi8(_mm_max_epu8(low, first), low), _mm_cmpeq_epi8(high, least));
  return _mm_andnot_si128(below, in);
}

/* Which of the STEP offsets from p on open a reference: E8, E9, 0F 8x, FF /2 and /4, 8D with a displacement
 * from the next instruction behind REX.W, and the loads of an immediate that may be an address.  *rex: was the byte
 * before p a REX.W?  Reads MORE bytes than STEP. */
MC_INLINE unsigned openers(const state *s, const uint8_t *p, unsigned *rex)
{
  __m128i b = _mm_loadu_si128((const __m128i *)(const void *)p);
  __m128i m = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
  __m128i any = is(b, 0xfe, 0xe8);
  any = _mm_or_si128(any, _mm_and_si128(is(b, 0xff, 0x0f), is(m, 0xf0, 0x80)));
  any = _mm_or_si128(any, _mm_and_si128(is(b, 0xff, 0xff), _mm_or_si128(is(m, 0x38, 0x10), is(m, 0x38, 0x20))));
  if (s->fixed) {
    __m128i to_reg = _mm_andnot_si128(is(b, 0xff, 0xbc), is(b, 0xf8, 0xb8));
    __m128i by_modrm = _mm_and_si128(is(b, 0xff, 0xc7), is(m, 0xf8, 0xc0));
    any = _mm_or_si128(any, _mm_and_si128(to_reg, near_code(p + 3, s->lo, s->hi)));
    if (MC_UNLIKELY(bits_of(by_modrm)))
      any = _mm_or_si128(any, _mm_and_si128(by_modrm, near_code(p + 4, s->lo, s->hi)));
  }
  unsigned wide = bits_of(is(b, 0xf8, 0x48)) << 1 | *rex;
  *rex = wide >> STEP;
  return bits_of(any) | (bits_of(_mm_and_si128(is(b, 0xff, 0x8d), is(m, 0xc7, 0x05))) & wide);
}

/* Which of them, o bytes behind a function's start and `left` before its end, may hold a jump with an 8-bit displacement
 * that leaves the function. */
MC_INLINE unsigned short_openers(const uint8_t *p, uint64_t o, uint64_t left)
{
  const __m128i up = _mm_set_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const __m128i down = _mm_set_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  __m128i b = _mm_loadu_si128((const __m128i *)(const void *)p), out = _mm_setzero_si128();
  /* the displacement and 128: it leads 126 less that far */
  __m128i by = _mm_xor_si128(_mm_loadu_si128((const __m128i *)(const void *)(p + 1)), _mm_set1_epi8((char)128));
  if (o < 126) {
    __m128i sum = _mm_adds_epu8(by, _mm_add_epi8(up, _mm_set1_epi8((char)o)));
    out = _mm_cmpeq_epi8(_mm_min_epu8(sum, _mm_set1_epi8(125)), sum);
  }
  if (left + 126 - 15 < 256) {
    __m128i least = _mm_adds_epu8(down, _mm_set1_epi8((char)(left + 126 - 15)));
    out = _mm_or_si128(out, _mm_cmpeq_epi8(_mm_max_epu8(by, least), by));
  }
  return bits_of(_mm_and_si128(out, _mm_or_si128(is(b, 0xff, 0xeb), is(b, 0xf0, 0x70))));
}
#else
MC_INLINE int opens_one(uint8_t b, uint8_t m, int fixed, unsigned rex)
{
  return (b & 0xfe) == 0xe8 || (b == 0x0f && (m & 0xf0) == 0x80)
      || (b == 0xff && ((m & 0x38) == 0x10 || (m & 0x38) == 0x20)) || (b == 0x8d && rex && (m & 0xc7) == 5)
      || (fixed && (((b & 0xf8) == 0xb8 && b != 0xbc) || (b == 0xc7 && (m & 0xf8) == 0xc0)));
}

MC_INLINE unsigned openers(const state *s, const uint8_t *p, unsigned *rex)
{
  unsigned out = 0;
  for (unsigned i = 0; i < STEP; i++) {
    out |= (unsigned)opens_one(p[i], p[i + 1], s->fixed, *rex) << i;
    *rex = (p[i] & 0xf8) == 0x48;
  }
  return out;
}

MC_INLINE unsigned short_openers(const uint8_t *p, uint64_t o, uint64_t left)
{
  unsigned out = 0;
  (void)o;
  (void)left;
  for (unsigned i = 0; i < STEP; i++)
    out |= (unsigned)(p[i] == 0xeb || (p[i] & 0xf0) == 0x70) << i;
  return out;
}
#endif

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
static int is_stub_table(mc_code *c, const mc_func *f, mc_view v)
{
  return v.n >= 6 && (mc_ld16(v, 0, 0) == 0x35ff || stub_at(c, v, f->addr) != MC_NO_FUNC) && f->size % 8 == 0;
}

/* Before any reference is looked at: which functions only lead to others. */
void mc_x86_prepare(mc_code *c, const uint8_t *only)
{
  for (uint32_t i = 0; i < c->fn_n; i++) {
    if (only && !only[i])
      continue;
    mc_func *f = &c->fn[i];
    mc_view v = mc_code_at(c, f->addr);
    if (!(f->flags & MC_FN_SIZED))
      cut_before_stubs(c, f, &(mc_view){v.p, f->size < v.n ? f->size : v.n});
    if (is_stub_table(c, f, v))
      f->flags |= MC_FN_STUB;
    if (f->flags & MC_FN_STUB) {
      uint64_t bit;
      mc_code_word(c, f->addr, &bit)->stub = 1;
    }
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

static void short_jump(const state *s, uint64_t o)
{
  uint64_t at = s->f->addr + o, to = at + 2 + (uint64_t)(int64_t)(int8_t)mc_ld8(s->v, o + 1);
  uint32_t t = to - s->f->addr < s->f->size ? MC_NO_FUNC : mc_code_start_at(s->c, to);
  if (t != MC_NO_FUNC && begins_at(s->v, o))
    record(s, at, t, MC_CALL_TAIL);
}

/* Tail jumps with an 8-bit displacement, to a start of the neighbourhood. */
static void short_jumps(const state *s, mc_view v)
{
  enum { REACH = 8 * STEP };
  for (uint64_t o = 0; o + 2 <= s->v.n; o += STEP) {
    uint8_t pad[STEP + 1];
    if (o == REACH && s->v.n > 2 * REACH + STEP)
      o = s->v.n - REACH - STEP;
    unsigned open = short_openers(mc_padded(v, o, pad, STEP + 1).p, o, s->f->size - o);
    for (; MC_UNLIKELY(open != 0); open &= open - 1) {
      uint64_t at = o + (unsigned)__builtin_ctz(open);
      if (at + 2 <= s->v.n)
        short_jump(s, at);
    }
  }
}

/* From o on, where the longest operand does not fit any more: what is shorter. */
static void last_bytes(const state *s, uint64_t o)
{
  uint64_t n = s->v.n;
  uint8_t b = n >= 5 && o <= n - 5 ? mc_ld8(s->v, n - 5) : 0;
  if ((b & 0xfe) == 0xe8) {
    uint64_t to = branch_target(s, n - 5, b);
    if (leaves(s, to, b) && relative(s, n - 5, to, b))
      return;
  }
  for (; o + 2 <= n; o++) {
    uint8_t m = mc_ld8(s->v, o + 1);
    if (MC_UNLIKELY(mc_ld8(s->v, o) == 0xff && m != 0x15 && m != 0x25))
      group5(s, o);
  }
}

enum { BLOCK = 4 * STEP, MOST = 2 * BLOCK };

/* Those of a block of offsets that are no branch to another place of the function. */
MC_INLINE unsigned openers_of(const state *s, uint64_t o, uint64_t open, opener *out)
{
  unsigned n = 0;
  for (; open; open &= open - 1) {
    uint64_t at = o + (unsigned)__builtin_ctzll(open);
    uint8_t b = mc_ld8(s->v, at);
    out[n] = (opener){at, branch_target(s, at, b)};
    mc_code_soon(s->c, out[n].to);
    n += (unsigned)((is_relative(b) ^ 1) | leaves(s, out[n].to, b));
  }
  return n;
}

/* One after the other: what belongs to a reference opens no other.  Returns the first offset behind the last. */
MC_INLINE uint64_t follow(const state *s, const opener *l, unsigned n, uint64_t o)
{
  for (unsigned i = 0; i < n; i++)
    if (l[i].o >= o)
      o = l[i].o + looks_like(s, &l[i]);
  return o;
}

int mc_x86_refs(mc_code *c, mc_func *f, mc_view v, uint64_t n, int keep)
{
  mc_view body = mc_sub(v, 0, n);
  state s = {c, f, body, c->text_lo, c->text_hi, keep, c->img->type == 2};
  enum { LONGEST = 6 };   /* bytes of an opcode with its operand */
  uint64_t o = 0, end = n < LONGEST ? 0 : n - LONGEST + 1;
  opener found[MOST];
  unsigned rex = 0, n_found = 0;
  for (uint64_t at = 0; at < end; at += BLOCK) {
    uint8_t pad[BLOCK + MORE];
    const uint8_t *p = mc_padded(v, at, pad, BLOCK + MORE).p;
    uint64_t open = openers(&s, p, &rex);
    if (end > STEP) {
      open |= (uint64_t)openers(&s, p + STEP, &rex) << STEP;
      open |= (uint64_t)openers(&s, p + 2 * STEP, &rex) << 2 * STEP;
      open |= (uint64_t)openers(&s, p + 3 * STEP, &rex) << 3 * STEP;
    }
    if (end - at < BLOCK)
      open &= (UINT64_C(1) << (end - at)) - 1;
    n_found += openers_of(&s, at, open, found + n_found);
    if (n_found <= MOST - BLOCK)
      continue;
    o = follow(&s, found, n_found, o);
    n_found = 0;
  }
  o = follow(&s, found, n_found, o);
  last_bytes(&s, o < end ? end : o);
  falls_through(&s);
  if (keep)
    short_jumps(&s, v);
  return c->err.status == MC_OK;
}
