/* mc_code_exidx.c - frames of 32-bit ARM from the exception index table (EHABI32 sections 5 to 9). */
#include "mc_code_int.h"

enum { CANTUNWIND = 1 };

static uint64_t prel31(uint64_t at, uint32_t word)
{
  return (uint32_t)(at + (uint64_t)(int64_t)(int32_t)(word << 1) / 2);
}

static int word(const mc_code *c, uint64_t at, uint32_t *out)
{
  mc_view v = mc_code_at(c, at);
  if (v.n < 4)
    return 0;
  *out = mc_ld32(v, 0, c->big);
  return 1;
}

/* The unwind opcodes of one entry, most significant byte first. */
typedef struct {
  const mc_code *c;
  uint64_t at;          /* of the next word */
  uint32_t now, left;   /* word in hand, bytes left in it */
  uint32_t words;       /* words after it */
} ops;

static int next(ops *o, uint32_t *b)
{
  if (o->left == 0) {
    if (o->words == 0 || !word(o->c, o->at, &o->now))
      return 0;
    o->words--;
    o->at += 4;
    o->left = 4;
  }
  *b = o->now >> (8 * --o->left) & 255;
  return 1;
}

static uint32_t bits(uint32_t mask)
{
  return (uint32_t)__builtin_popcount(mask);
}

/* Registers that the opcode 10110xxx and up pop, in bytes; 0 and *end for what ends the list. */
static uint64_t popped(ops *o, uint32_t b, int *end)
{
  uint32_t x = 0;
  switch (b) {
  case 0xb1: *end = !next(o, &x); return 4 * (uint64_t)bits(x & 15);
  case 0xb3: *end = !next(o, &x); return 8 * (uint64_t)((x & 15) + 1) + 4;
  case 0xc6: case 0xc8: case 0xc9: *end = !next(o, &x); return 8 * (uint64_t)((x & 15) + 1);
  case 0xc7: *end = !next(o, &x); return 4 * (uint64_t)bits(x & 15);
  case 0xb4: return 0;   /* return address authentication */
  default: break;
  }
  if (b >= 0xb8 && b <= 0xbf)
    return 8 * (uint64_t)((b & 7) + 1) + 4;
  if ((b & 0xf8) == 0xd0 || (b >= 0xc0 && b <= 0xc5))
    return 8 * (uint64_t)((b & 7) + 1);
  *end = 1;
  return 0;
}

static uint64_t wide(ops *o, int *end)
{
  uint64_t v = 0;
  uint32_t x = 0x80;
  for (unsigned shift = 0; x & 0x80; shift += 7) {
    if (!next(o, &x)) {
      *end = 1;
      return 0;
    }
    v |= shift < 32 ? (uint64_t)(x & 127) << shift : 0;
  }
  return 0x204 + (v << 2);
}

/* Bytes that the opcodes add to the virtual stack pointer; *sweep when it comes from a register. */
static uint64_t run(ops *o, int *sweep)
{
  uint64_t sum = 0;
  uint32_t b, x = 0;
  int end = 0;
  while (!end && next(o, &b) && b != 0xb0) {
    if (b < 0x40) {
      sum += ((b & 63) << 2) + 4;
    } else if (b < 0x80) {
      sum -= sum < ((b & 63) << 2) + 4 ? sum : ((b & 63) << 2) + 4;
    } else if (b < 0x90) {
      end = !next(o, &x) || (b == 0x80 && x == 0);
      sum += 4 * (uint64_t)bits((b & 15) << 8 | x);
    } else if (b < 0xa0) {
      *sweep = 1;
    } else if (b < 0xb0) {
      sum += 4 * (uint64_t)((b & 7) + 1 + (b >> 3 & 1));
    } else if (b == 0xb2) {
      sum += wide(o, &end);
    } else {
      sum += popped(o, b, &end);
    }
  }
  return sum;
}

static int entry(const mc_code *c, uint64_t at, uint32_t second, mc_fde *f)
{
  ops o = {c, 0, 0, 0, 0};
  uint32_t w = second;
  if (second == CANTUNWIND) {
    f->sweep = 1;
    return 1;
  }
  if ((second & 0x80000000) == 0) {
    o.at = prel31(at + 4, second);
    if (!word(c, o.at, &w))
      return 0;
    o.at += 4;
  }
  if ((w & 0x80000000) == 0) {   /* the generic form: a personality routine's address, then its own data */
    if (!word(c, o.at, &w))
      return 0;
    o.at += 4;
    o.now = w;
    o.left = 3;
    o.words = w >> 24;
  } else {
    uint32_t index = w >> 24 & 15;
    o.now = w;
    o.left = index == 0 ? 3 : 2;
    o.words = index == 0 ? 0 : w >> 16 & 255;
  }
  uint64_t n = run(&o, &f->sweep);
  f->frame = n > MC_FRAME_MAX ? MC_FRAME_MAX : (uint32_t)n;
  return 1;
}

/* The frame of a function inside of a row's range: linkers leave out a row that says what the one before says. */
void mc_arm_frame(const mc_code *c, mc_func *f, mc_view body, const mc_skim *how)
{
  uint64_t lo = 0, n = c->exidx ? c->exidx_len / 8 : 0;
  uint32_t w;
  (void)body;
  (void)how;
  while (lo < n) {   /* the rows that begin at or before the function */
    uint64_t mid = lo + (n - lo) / 2, at = c->exidx + mid * 8;
    if (word(c, at, &w) && prel31(at, w) <= f->addr)
      lo = mid + 1;
    else
      n = mid;
  }
  uint64_t at = c->exidx + (lo - 1) * 8;
  mc_fde row = {0};
  int known = lo && word(c, at + 4, &w) && entry(c, at, w, &row) && !row.sweep;
  f->frame = row.frame;
  f->flags = (f->flags & ~(uint32_t)MC_FN_SWEPT) | (known ? 0u : (uint32_t)MC_FN_NOFRAME);
}

int mc_exidx_walk(mc_code *c, int (*row)(mc_code *, const mc_fde *))
{
  for (uint64_t i = 0; c->exidx && i + 8 <= c->exidx_len; i += 8) {
    uint32_t first, second, after;
    uint64_t at = c->exidx + i;
    if (!word(c, at, &first) || !word(c, at + 4, &second))
      return 1;
    mc_fde f = {.addr = prel31(at, first)};
    if (i + 16 <= c->exidx_len && word(c, at + 8, &after)) {
      uint64_t end = prel31(at + 8, after);
      f.size = end > f.addr ? end - f.addr : 0;
    }
    if (entry(c, at, second, &f) && !row(c, &f))
      return 0;
  }
  return 1;
}
