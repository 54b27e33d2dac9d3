/* mc_x86_decode.c - one x86 instruction: its length, opcode, and what ModRM, SIB and the immediate say.
 *
 * Written for compiled code: lengths are right for everything that compilers emit, and an
 * instruction that does not exist is either refused or given the length its bytes imply. */
#include "mc_x86.h"

/* What follows an opcode: M ModRM, and the immediate: B 1 byte, Z 2 or 4, V 2, 4 or 8, W 2, O an address,
 * E 2 bytes and 1, F a far pointer; T ModRM with an immediate for /0 and /1 only; BAD not an instruction. */
enum { NO = 0, M = 1, B = 2, Z = 4, V = 6, W = 8, O = 10, E = 12, F = 14, BAD = 16, MB = M | B, MZ = M | Z, T = 32 | M };

static const uint8_t one[256] = {
  M, M, M, M, B, Z, NO, NO, M, M, M, M, B, Z, NO, BAD,
  M, M, M, M, B, Z, NO, NO, M, M, M, M, B, Z, NO, NO,
  M, M, M, M, B, Z, NO, NO, M, M, M, M, B, Z, NO, NO,
  M, M, M, M, B, Z, NO, NO, M, M, M, M, B, Z, NO, NO,
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
  NO, NO, M, M, NO, NO, NO, NO, Z, MZ, B, MB, NO, NO, NO, NO,
  B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
  MB, MZ, MB, MB, M, M, M, M, M, M, M, M, M, M, M, M,
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, F, NO, NO, NO, NO, NO,
  O, O, O, O, NO, NO, NO, NO, B, Z, NO, NO, NO, NO, NO, NO,
  B, B, B, B, B, B, B, B, V, V, V, V, V, V, V, V,
  MB, MB, W, NO, M, M, MB, MZ, E, NO, W, NO, NO, B, NO, NO,
  M, M, M, M, B, B, NO, NO, M, M, M, M, M, M, M, M,
  B, B, B, B, B, B, B, B, Z, Z, F, B, NO, NO, NO, NO,
  NO, NO, NO, NO, NO, NO, T, T, NO, NO, NO, NO, NO, NO, M, M
};

/* Has an opcode of the 0F map no ModRM? */
static int no_modrm_0f(uint8_t op)
{
  return (op >= 0x04 && op <= 0x09) || op == 0x0b || op == 0x0e || op == 0x0a || op == 0x0c
      || (op >= 0x30 && op <= 0x37) || op == 0x77 || (op >= 0x80 && op <= 0x8f) || (op >= 0xa0 && op <= 0xa2)
      || (op >= 0xa8 && op <= 0xaa) || (op >= 0xc8 && op <= 0xcf);
}

/* A window on the bytes that is longer than any instruction: nothing below has to look for its end. */
enum { WINDOW = 48 };
typedef struct {
  mc_view v;
  uint64_t at;
} rd;

MC_INLINE uint8_t get(rd *r)
{
  return mc_ld8(r->v, r->at++);
}

/* The next n bytes (0 to 8), sign-extended.  No branch: what follows an opcode is hard to foretell. */
MC_INLINE int64_t get_signed(rd *r, unsigned n)
{
  unsigned shift = (64 - 8 * n) & 63;
  int64_t x = (int64_t)(mc_ld64(r->v, r->at, 0) << shift) >> shift;
  r->at += n;
  return n ? x : 0;
}

static void modrm16(rd *r, x86_ins *i)
{
  i->base = X_RBX;   /* 16-bit addressing: only the length matters */
  i->disp = (int32_t)get_signed(r, i->mod == 1 ? 1 : i->mod == 2 || (i->rm & 7) == 6 ? 2 : 0);
}

MC_INLINE void modrm(rd *r, x86_ins *i, unsigned rex, int is64)
{
  uint8_t m = get(r), rm = m & 7;
  i->has_modrm = 1;
  i->mod = m >> 6;
  i->digit = m >> 3 & 7;
  i->reg = (uint8_t)(i->digit | (rex & 4) << 1);
  i->rm = (uint8_t)(rm | (rex & 1) << 3);
  if (i->mod == 3)
    return;
  if (MC_UNLIKELY(!is64 && (i->flags & X_ADDR32))) {
    modrm16(r, i);
    return;
  }
  i->base = i->rm;
  if (rm == 4) {
    uint8_t s = get(r), index = (uint8_t)((s >> 3 & 7) | (rex & 2) << 2);
    rm = s & 7;
    i->base = (uint8_t)(rm | (rex & 1) << 3);
    i->index = index == 4 ? X_NONE : index;
  }
  static const uint8_t width[3] = {0, 1, 4};
  unsigned bytes = width[i->mod];
  if (i->mod == 0 && rm == 5) {
    i->rip = is64 && (m & 7) == 5;   /* with a SIB byte it is an absolute address */
    i->base = X_NONE;
    bytes = 4;
  }
  i->disp = (int32_t)get_signed(r, bytes);
}

/* How many bytes of immediate: by what the opcode says, and by X_66 and X_W. */
MC_INLINE unsigned immediate(const x86_ins *i, unsigned kind, int is64)
{
  static const uint8_t bytes[8][4] = {
    {0, 0, 0, 0}, {1, 1, 1, 1}, {4, 2, 4, 2}, {4, 2, 8, 8}, {2, 2, 2, 2}, {8, 8, 8, 8}, {2, 2, 2, 2}, {4, 2, 4, 2}
  };
  unsigned n = bytes[kind >> 1 & 7][(i->flags >> 1 & 1) | (i->flags >> 3 & 2)];
  if (MC_UNLIKELY((kind & ~(unsigned)M) == O))
    n = (is64 ? 8u : 4u) >> (i->flags & X_ADDR32 ? 1 : 0);
  return n;
}

/* VEX and EVEX: the prefix is read up to its opcode; returns 0 when the bytes are no such prefix. */
static int vector(rd *r, x86_ins *i, uint8_t first, int is64)
{
  static const uint8_t pp[4] = {0, X_66, X_F3, X_F2};
  unsigned rex = 0, map = 1;
  uint8_t a = get(r), b = a;
  if (!is64 && (a & 0xc0) != 0xc0)
    return 0;
  if (first == 0xc5) {
    rex = (unsigned)(~a & 0x80) >> 5;
  } else {
    b = get(r);
    rex = (unsigned)(~a & 0xe0) >> 5;
    map = a & (first == 0x62 ? 7 : 31);
    i->flags |= b & 0x80 ? X_W : 0;
    if (first == 0x62)
      get(r);
  }
  i->flags |= X_VEX | pp[b & 3];
  i->vreg = (uint8_t)(~b >> 3 & 15);
  i->map = (uint8_t)(map > 3 ? X_MAP_OTHER : map);
  i->op = get(r);
  if (map == 0 || (i->map == X_MAP_0F && i->op == 0x77))
    return map != 0;
  modrm(r, i, is64 ? rex : 0, is64);
  i->imm = get_signed(r, i->map == X_MAP_0F3A || (i->map == X_MAP_0F && x86_imm8_0f(i->op)));
  return 1;
}

/* The opcode behind 0F, and what follows it. */
static uint8_t two_byte(rd *r, x86_ins *i)
{
  i->map = X_MAP_0F;
  i->op = get(r);
  if (i->op == 0x38 || i->op == 0x3a) {
    i->map = i->op == 0x38 ? X_MAP_0F38 : X_MAP_0F3A;
    i->op = get(r);
    return i->map == X_MAP_0F38 ? M : MB;
  }
  if (no_modrm_0f(i->op))
    return (i->op & 0xf0) == 0x80 ? Z : NO;
  return x86_imm8_0f(i->op) ? MB : M;
}

MC_INLINE int legacy(rd *r, x86_ins *i, uint8_t op, unsigned rex, int is64)
{
  i->op = op;
  uint8_t kind = op == 0x0f ? two_byte(r, i) : one[op];
  /* opcodes that mean something else, or nothing, outside of 64-bit mode */
  if (kind == BAD || (op == 0x62 && is64))
    return 0;
  if (kind & M)
    modrm(r, i, rex, is64);
  if (kind == T)
    kind = i->digit < 2 ? (op == 0xf6 ? B : Z) : NO;
  unsigned bytes = immediate(i, kind, is64);
  /* near branches have 32-bit displacements in 64-bit code whatever the prefixes */
  if (is64 && (op == 0xe8 || op == 0xe9 || (i->map == X_MAP_0F && (i->op & 0xf0) == 0x80)))
    bytes = 4;
  i->imm = get_signed(r, bytes);
  r->at += kind == E ? 1 : kind == F ? 2 : 0;   /* what nobody asks for */
  return 1;
}

/* Prefixes before REX: what they mean, or that they mean nothing here. */
enum { IGNORED = 128 };
static const uint8_t prefix[256] = {
  [0x66] = X_66, [0x67] = X_ADDR32, [0xf3] = X_F3, [0xf2] = X_F2, [0x2e] = IGNORED, [0x36] = IGNORED,
  [0x3e] = IGNORED, [0x26] = IGNORED, [0x64] = IGNORED, [0x65] = IGNORED, [0xf0] = IGNORED
};

int x86_decode(mc_view v, uint64_t off, int is64, x86_ins *i)
{
  enum { LONGEST = 15 };
  uint8_t pad[WINDOW], flag;
  rd r = {mc_padded(v, off, pad, WINDOW), 0};
  unsigned rex = 0;
  *i = (x86_ins){.base = X_NONE, .index = X_NONE};
  uint8_t b = get(&r);
  while (MC_UNLIKELY((flag = prefix[b]) != 0) && r.at < LONGEST) {
    i->flags |= flag & (uint8_t)~IGNORED;
    b = get(&r);
  }
  if (is64 && (b & 0xf0) == 0x40) {
    rex = b & 15;
    i->flags |= X_REX | (rex & 8 ? X_W : 0);
    b = get(&r);
  }
  int vex = (b == 0xc5 || b == 0xc4 || b == 0x62) && (is64 || (mc_ld8(r.v, r.at) & 0xc0) == 0xc0);
  int ok = vex ? vector(&r, i, b, is64) : legacy(&r, i, b, rex, is64);
  if (!ok || r.at > LONGEST || off > v.n || r.at > v.n - off)
    return 0;
  i->len = (uint8_t)r.at;
  /* an opcode that holds a register: put it where ModRM would */
  if (!i->has_modrm && i->map <= X_MAP_0F)
    i->rm = (uint8_t)((i->op & 7) | (rex & 1) << 3);
  return 1;
}

uint64_t x86_around(mc_view v, uint64_t o, uint64_t run_up, x86_ins *i)
{
  uint64_t at = o > run_up ? o - run_up : 0;
  while (at < o) {
    uint64_t next = at + (x86_decode(v, at, 1, i) ? i->len : 1u);
    if (next > o)
      return at;
    at = next;
  }
  return o;
}
