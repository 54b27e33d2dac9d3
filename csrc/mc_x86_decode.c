/* mc_x86_decode.c - one x86 instruction: its length, opcode, and what ModRM, SIB and the immediate say.
 *
 * Written for compiled code: lengths are right for everything that compilers emit, and an
 * instruction that does not exist is either refused or given the length its bytes imply. */
#include "mc_x86.h"

/* What follows an opcode: M ModRM, and the immediate: b 1 byte, z 2 or 4, v 2, 4 or 8, w 2, e 3,
 * o an address, t ModRM with an immediate for /0 and /1 only; - not an instruction. */
enum { NO = 0, M = 1, B = 2, Z = 4, V = 8, W = 16, E = 32, O = 64, BAD = 128, MB = M | B, MZ = M | Z, T = M | 254 };

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
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, E | Z, NO, NO, NO, NO, NO,
  O, O, O, O, NO, NO, NO, NO, B, Z, NO, NO, NO, NO, NO, NO,
  B, B, B, B, B, B, B, B, V, V, V, V, V, V, V, V,
  MB, MB, W, NO, M, M, MB, MZ, E, NO, W, NO, NO, B, NO, NO,
  M, M, M, M, B, B, NO, NO, M, M, M, M, M, M, M, M,
  B, B, B, B, B, B, B, B, Z, Z, E | Z, B, NO, NO, NO, NO,
  NO, NO, NO, NO, NO, NO, T, T, NO, NO, NO, NO, NO, NO, M, M
};

/* The 0F map, a bit each: has no ModRM; has an 8-bit immediate. */
static int no_modrm_0f(uint8_t op)
{
  return (op >= 0x04 && op <= 0x09) || op == 0x0b || op == 0x0e || op == 0x0a || op == 0x0c
      || (op >= 0x30 && op <= 0x37) || op == 0x77 || (op >= 0x80 && op <= 0x8f) || (op >= 0xa0 && op <= 0xa2)
      || (op >= 0xa8 && op <= 0xaa) || (op >= 0xc8 && op <= 0xcf);
}
static int imm8_0f(uint8_t op)
{
  return op == 0x0f || (op >= 0x70 && op <= 0x73) || op == 0xa4 || op == 0xac || op == 0xba || op == 0xc2
      || (op >= 0xc4 && op <= 0xc6);
}

typedef struct {
  mc_view v;
  uint64_t at;
  int ok;
} rd;

static uint64_t get(rd *r, unsigned n)
{
  if (!mc_fits(r->v.n, r->at, n)) {
    r->ok = 0;
    return 0;
  }
  r->at += n;
  switch (n) {
  case 1: return mc_ld8(r->v, r->at - 1);
  case 2: return mc_ld16(r->v, r->at - 2, 0);
  case 4: return mc_ld32(r->v, r->at - 4, 0);
  default: return mc_ld64(r->v, r->at - 8, 0);
  }
}

static int64_t get_signed(rd *r, unsigned n)
{
  uint64_t x = get(r, n);
  switch (n) {
  case 1: return (int8_t)x;
  case 2: return (int16_t)x;
  case 4: return (int32_t)x;
  default: return (int64_t)x;
  }
}

static void modrm16(rd *r, x86_ins *i, uint8_t rm)
{
  i->base = X_RBX;   /* 16-bit addressing: only the length matters */
  if (i->mod == 1)
    i->disp = (int32_t)get_signed(r, 1);
  else if (i->mod == 2 || rm == 6)
    i->disp = (int32_t)get_signed(r, 2);
}

static void modrm(rd *r, x86_ins *i, unsigned rex, int is64)
{
  uint8_t m = (uint8_t)get(r, 1), rm = m & 7;
  i->has_modrm = 1;
  i->mod = m >> 6;
  i->digit = m >> 3 & 7;
  i->reg = (uint8_t)(i->digit | (rex & 4) << 1);
  i->rm = (uint8_t)(rm | (rex & 1) << 3);
  if (i->mod == 3)
    return;
  if (!is64 && (i->flags & X_ADDR32)) {
    modrm16(r, i, rm);
    return;
  }
  i->base = i->rm;
  if (rm == 4) {
    uint8_t s = (uint8_t)get(r, 1), index = (uint8_t)((s >> 3 & 7) | (rex & 2) << 2);
    rm = s & 7;
    i->base = (uint8_t)(rm | (rex & 1) << 3);
    i->index = index == 4 ? X_NONE : index;
  }
  if (i->mod == 0 && rm == 5) {
    i->rip = is64 && i->base == i->rm;   /* with a SIB byte it is an absolute address */
    i->base = X_NONE;
    i->disp = (int32_t)get_signed(r, 4);
  } else if (i->mod == 1) {
    i->disp = (int32_t)get_signed(r, 1);
  } else if (i->mod == 2) {
    i->disp = (int32_t)get_signed(r, 4);
  }
}

static void immediate(rd *r, x86_ins *i, uint8_t kind, int is64)
{
  unsigned z = i->flags & X_66 ? 2 : 4;
  if (kind & B)
    i->imm = get_signed(r, 1);
  if (kind & Z)
    i->imm = get_signed(r, z);
  if (kind & V)
    i->imm = get_signed(r, i->flags & X_W ? 8 : z);
  if (kind & W)
    i->imm = get_signed(r, 2);
  if (kind & O)
    i->imm = get_signed(r, is64 ? (i->flags & X_ADDR32 ? 4 : 8) : (i->flags & X_ADDR32 ? 2 : 4));
  if ((kind & E) && !(kind & Z))   /* enter: 2 bytes and 1 */
    i->imm = get_signed(r, 2);
  if (kind & E)                    /* a far pointer of 32-bit code: 2 more */
    get(r, kind & Z ? 2 : 1);
}

/* VEX and EVEX: the prefix is read up to its opcode; returns 0 when the bytes are no such prefix. */
static int vector(rd *r, x86_ins *i, uint8_t first, int is64)
{
  static const uint8_t pp[4] = {0, X_66, X_F3, X_F2};
  unsigned rex = 0, map = 1;
  uint8_t a = (uint8_t)get(r, 1), b = a;
  if (!is64 && (a & 0xc0) != 0xc0)
    return 0;
  if (first == 0xc5) {
    rex = (unsigned)(~a & 0x80) >> 5;
  } else {
    b = (uint8_t)get(r, 1);
    rex = (unsigned)(~a & 0xe0) >> 5;
    map = a & (first == 0x62 ? 7 : 31);
    i->flags |= b & 0x80 ? X_W : 0;
    if (first == 0x62)
      get(r, 1);
  }
  i->flags |= X_VEX | pp[b & 3];
  i->vreg = (uint8_t)(~b >> 3 & 15);
  i->map = (uint8_t)(map > 3 ? X_MAP_OTHER : map);
  i->op = (uint8_t)get(r, 1);
  if (map == 0 || (i->map == X_MAP_0F && i->op == 0x77))
    return map != 0;
  modrm(r, i, is64 ? rex : 0, is64);
  if (i->map == X_MAP_0F3A || (i->map == X_MAP_0F && imm8_0f(i->op)))
    i->imm = get_signed(r, 1);
  return 1;
}

static int legacy(rd *r, x86_ins *i, uint8_t op, unsigned rex, int is64)
{
  uint8_t kind;
  i->op = op;
  if (op != 0x0f) {
    kind = one[op];
    /* opcodes that mean something else, or nothing, outside of 64-bit mode */
    if (op == 0x62 && is64)
      return 0;
  } else {
    i->map = X_MAP_0F;
    i->op = (uint8_t)get(r, 1);
    kind = no_modrm_0f(i->op) ? (i->op >= 0x80 && i->op <= 0x8f ? Z : NO) : imm8_0f(i->op) ? MB : M;
    if (i->op == 0x38 || i->op == 0x3a) {
      i->map = i->op == 0x38 ? X_MAP_0F38 : X_MAP_0F3A;
      i->op = (uint8_t)get(r, 1);
      kind = i->map == X_MAP_0F38 ? M : MB;
    }
  }
  if (kind == BAD)
    return 0;
  if (kind & M)
    modrm(r, i, rex, is64);
  if (kind == T)
    kind = i->digit < 2 ? (op == 0xf6 ? B : Z) : NO;
  /* near branches have 32-bit displacements in 64-bit code whatever the prefixes */
  if (is64 && (op == 0xe8 || op == 0xe9 || (i->map == X_MAP_0F && i->op >= 0x80 && i->op <= 0x8f)))
    i->imm = get_signed(r, 4);
  else
    immediate(r, i, kind, is64);
  return 1;
}

static uint8_t prefix(uint8_t b)
{
  switch (b) {
  case 0x66: return X_66;
  case 0x67: return X_ADDR32;
  case 0xf3: return X_F3;
  case 0xf2: return X_F2;
  case 0x2e: case 0x36: case 0x3e: case 0x26: case 0x64: case 0x65: case 0xf0: return 128;
  default: return 0;
  }
}

int x86_decode(mc_view v, uint64_t off, int is64, x86_ins *i)
{
  rd r = {v, off, 1};
  unsigned rex = 0;
  *i = (x86_ins){.base = X_NONE, .index = X_NONE};
  uint8_t b = (uint8_t)get(&r, 1), flag;
  while (r.ok && (flag = prefix(b)) != 0 && r.at - off < 15) {
    i->flags |= flag & 127;
    b = (uint8_t)get(&r, 1);
  }
  if (is64 && (b & 0xf0) == 0x40) {
    rex = b & 15;
    i->flags |= X_REX | (rex & 8 ? X_W : 0);
    b = (uint8_t)get(&r, 1);
  }
  uint8_t peek = mc_fits(v.n, r.at, 1) ? mc_ld8(v, r.at) : 0;
  int vex = (b == 0xc5 || b == 0xc4 || b == 0x62) && (is64 || (peek & 0xc0) == 0xc0);
  int ok = vex ? vector(&r, i, b, is64) : legacy(&r, i, b, rex, is64);
  uint64_t len = r.at - off;
  if (!r.ok || !ok || len > 15)
    return 0;
  i->len = (uint8_t)len;
  /* an opcode that holds a register: put it where ModRM would */
  if ((i->map == X_MAP_1 || i->map == X_MAP_0F) && !i->has_modrm)
    i->rm = (uint8_t)((i->op & 7) | (rex & 1) << 3);
  return 1;
}
