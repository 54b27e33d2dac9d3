/* mc_uses.c - which instructions reach given words of memory.
 *
 * x86_64: every byte is looked at as if a displacement from the next instruction began there.  A64: the
 * addresses that registers hold are followed from one instruction to the next. */
#include "mc_uses.h"
#include "mc_a64.h"
#include "mc_x86.h"

typedef struct {
  const uint64_t *words;
  uint32_t words_n;
  mc_use *out;
  uint64_t cap, found;
} sink;

/* The index of the word that holds the byte at address a, words_n when there is none. */
static uint32_t word_at(const sink *s, uint64_t a)
{
  uint32_t lo = 0, hi = s->words_n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (s->words[mid] <= a)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo && a - s->words[lo - 1] < 8 ? lo - 1 : s->words_n;
}

static void use(sink *s, uint64_t at, uint32_t word, unsigned reg, unsigned kind)
{
  if (s->found < s->cap)
    s->out[s->found] = (mc_use){at, word, (uint16_t)reg, (uint16_t)kind};
  s->found++;
}

/* Any other instruction whose operand is a word. */
static void x86_odd(sink *s, mc_view v, uint64_t addr, uint64_t o)
{
  enum { STEP = 7 };   /* from several places, as the run-up may begin in data */
  for (uint64_t run_up = X_RUN_UP; run_up > 1; run_up = run_up > STEP ? run_up - STEP : 1) {
    x86_ins i;
    uint64_t at = x86_around(v, o, run_up, &i);
    uint64_t target = at < o && i.rip ? addr + at + i.len + (uint64_t)(int64_t)i.disp : 0;
    uint32_t word = word_at(s, target);
    if (target && word < s->words_n && s->words[word] == target) {
      use(s, addr + at, word, i.reg, MC_USE_OTHER);
      return;
    }
  }
}

/* psABI x86-64, "Thread-Local Storage": the offset is loaded or added from the table, by these alone. */
static void x86_one(sink *s, mc_view v, uint64_t addr, uint64_t o, uint64_t target)
{
  uint8_t m = mc_ld8(v, o - 1), op = o > 1 ? mc_ld8(v, o - 2) : 0, rex = o > 2 ? mc_ld8(v, o - 3) : 0;
  unsigned reg = (m >> 3 & 7u) | (rex & 4u) << 1;
  uint32_t word = word_at(s, target);
  int moves = (rex & 0xf8) == 0x48 && (op == 0x8b || op == 0x03) && reg != X_RSP;
  if (moves && word < s->words_n && s->words[word] == target)
    use(s, addr + o - 3, word, reg, op == 0x8b ? MC_USE_LOAD : MC_USE_ADD);
  else
    x86_odd(s, v, addr, o);
}

static void x86_uses(sink *s, mc_view v, uint64_t addr)
{
  uint64_t lo = s->words[0] - 4, span = s->words[s->words_n - 1] + 8 - lo;
  for (uint64_t o = 1; o + 4 <= v.n; o++) {
    uint64_t target = addr + o + 4 + (uint64_t)(int64_t)(int32_t)mc_ld32(v, o, 0);
    if (target - lo < span && (mc_ld8(v, o - 1) & 0xc7) == 5)
      x86_one(s, v, addr, o, target);
  }
}

typedef struct {
  sink *s;
  uint64_t value[32];   /* an address, where bit n of known is set */
  uint64_t paged[32];   /* where register n was last given a page that a word is in, if ever */
  uint32_t known, ever;
  uint32_t set;         /* bit n: the instructions before, without a jump between, wrote register n */
} a64_state;

static int a64_is_page(const sink *s, uint64_t page)
{
  for (uint32_t i = 0; i < s->words_n; i++)
    if ((s->words[i] & ~UINT64_C(4095)) == page)
      return 1;
  return 0;
}

/* May register n hold a page of a word, given by instructions further up in the function? */
static int a64_may(const a64_state *st, unsigned n, uint64_t at)
{
  enum { REACH = 1 << 16 };
  return !(st->set >> n & 1) && (st->ever >> n & 1) && at - st->paged[n] < REACH;
}

static void a64_access(a64_state *st, uint64_t at, uint32_t w)
{
  sink *s = st->s;
  unsigned n = a64_rn(w);
  int pair = (w & 0x3a000000) == 0x28000000, whole = a64_is_ldr(w);
  uint64_t off;
  if ((w & 0x3b000000) == 0x18000000) {   /* LDR (literal), which the tiny code model loads with */
    uint64_t to = at + (uint64_t)(a64_signed(w >> 5 & 0x7ffff, 19) * 4);
    uint32_t word = word_at(s, to);
    if (word < s->words_n)
      use(s, at, word, a64_rd(w), (w >> 24) == 0x58 && s->words[word] == to ? MC_USE_LOAD : MC_USE_OTHER);
    return;
  }
  if (pair)
    off = (uint64_t)(a64_signed(w >> 15 & 127, 7) * (w >> 31 ? 8 : 4));
  else if ((w & 0x3b000000) == 0x39000000)
    off = (uint64_t)(w >> 10 & 4095) << (w >> 30);
  else if ((w & 0x3b200c00) == 0x38000000)
    off = (uint64_t)a64_signed(w >> 12 & 511, 9);
  else
    return;
  if (!(st->known >> n & 1)) {
    for (uint32_t i = 0; whole && a64_may(st, n, at) && i < s->words_n; i++)
      if ((s->words[i] & 4095) == off) {
        use(s, at, i, a64_rd(w), MC_USE_OTHER);
        return;
      }
    return;
  }
  uint64_t a = st->value[n] + off;
  uint32_t word = word_at(s, a);
  if (word == s->words_n && pair)
    word = word_at(s, a + 8);
  if (word < s->words_n)
    use(s, at, word, a64_rd(w), whole && s->words[word] == a ? MC_USE_LOAD : MC_USE_OTHER);
}

/* Register n is written: with what is known where bit `known` says so. */
static void a64_writes(a64_state *st, unsigned n, uint32_t known)
{
  st->known = (st->known & ~(UINT32_C(1) << n)) | known << n;
  st->set |= UINT32_C(1) << n;
}

static void a64_memory(a64_state *st, uint64_t at, uint32_t w)
{
  unsigned d = a64_rd(w), n = a64_rn(w), second = w >> 10 & 31;
  int plain = (w & 0x3b000000) == 0x39000000;   /* one register, and the base keeps its value */
  int pair = (w & 0x3a000000) == 0x28000000, vector = (w >> 26 & 1) != 0;
  int loads = (w >> 22 & (pair ? 1 : 3)) != 0;
  a64_access(st, at, w);
  if (!plain)
    st->known &= ~(UINT32_C(1) << n | UINT32_C(1) << second | UINT32_C(1) << d);
  if (loads && !vector && (plain || pair))
    a64_writes(st, d, 0);
  if (loads && !vector && pair)
    a64_writes(st, second, 0);
}

static void a64_one(a64_state *st, uint64_t at, uint32_t w)
{
  enum { CALL_CLOBBERS = 0x4007ffff };
  unsigned d = a64_rd(w), n = a64_rn(w);
  if (a64_is_adrp(w) || a64_is_adr(w)) {
    a64_writes(st, d, 1);
    st->value[d] = a64_adr(at, w);
    if (a64_is_adrp(w) && a64_is_page(st->s, st->value[d])) {
      st->paged[d] = at;
      st->ever |= UINT32_C(1) << d;
    }
  } else if (a64_is_add_imm(w) && (st->known >> n & 1)) {
    a64_writes(st, d, 1);
    st->value[d] = st->value[n] + a64_imm12(w);
  } else if (a64_is_bl(w) || a64_is_blr(w)) {
    st->known &= ~(uint32_t)CALL_CLOBBERS;
    st->set |= CALL_CLOBBERS;
  } else if (a64_is_b(w) || a64_is_br(w) || a64_is_ret(w)) {
    st->known = st->set = 0;   /* what follows is reached from elsewhere */
  } else if ((w & 0x0a000000) == 0x08000000) {
    a64_memory(st, at, w);
  } else if ((w & 0x1c000000) == 0x10000000 || ((w & 0x0e000000) == 0x0a000000 && (w & 0x1fe00000) != 0x1a400000)
             || (w & 0xfff00000) == 0xd5300000) {
    a64_writes(st, d, 0);   /* data processing but for conditional compares; mrs */
  } else if ((w & 0x1c000000) != 0x14000000) {
    st->known &= ~(UINT32_C(1) << d);   /* floating point, which may write either kind of register */
  }
}

static void a64_uses(sink *s, mc_view v, uint64_t addr)
{
  a64_state st = {.s = s};
  for (uint64_t o = (4 - addr % 4) % 4; o + 4 <= v.n; o += 4)
    a64_one(&st, addr + o, mc_ld32(v, o, 0));
}

uint64_t mc_uses(uint16_t machine, const void *code, uint64_t n, uint64_t addr, const uint64_t *words, uint32_t words_n,
                 mc_use *out, uint64_t cap)
{
  sink s = {words, words_n, out, cap, 0};
  mc_view v = {code, n};
  if (!words_n)
    return 0;
  if (machine == MC_CODE_X86_64)
    x86_uses(&s, v, addr);
  else if (machine == MC_CODE_AARCH64)
    a64_uses(&s, v, addr);
  return s.found;
}
