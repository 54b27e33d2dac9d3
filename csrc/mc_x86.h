/* mc_x86.h - private to the code part: lengths and operands of x86 instructions (Intel SDM volume 2, chapter 2). */
#ifndef MC_X86_H
#define MC_X86_H

#include "mc_cursor.h"

enum { X_RAX, X_RCX, X_RDX, X_RBX, X_RSP, X_RBP, X_RSI, X_RDI, X_NONE = 255 };
enum { X_MAP_1, X_MAP_0F, X_MAP_0F38, X_MAP_0F3A, X_MAP_OTHER };
enum { X_VEX = 1, X_66 = 2, X_F3 = 4, X_F2 = 8, X_W = 16, X_REX = 32, X_ADDR32 = 64 };

typedef struct {
  uint8_t len, map, op, flags;
  uint8_t has_modrm, mod, reg, rm;   /* reg and rm with their REX bits; rm is a register only when mod is 3 */
  uint8_t digit;                     /* the reg field alone: the opcode extension */
  uint8_t base, index;               /* of a memory operand, X_NONE for none */
  uint8_t rip;                       /* the operand is relative to the next instruction */
  uint8_t vreg;                      /* VEX.vvvv */
  int32_t disp;
  int64_t imm;                       /* sign-extended; for a branch its displacement */
} x86_ins;

/* Has an opcode of the 0F map an 8-bit immediate? */
MC_INLINE int x86_imm8_0f(uint8_t op)
{
  return op == 0x0f || (op >= 0x70 && op <= 0x73) || op == 0xa4 || op == 0xac || op == 0xba || op == 0xc2
      || (op >= 0xc4 && op <= 0xc6);
}

/* The bytes of ModRM, SIB and displacement that begin at v (two have to be there), for 32 and 64-bit addresses. */
MC_INLINE unsigned x86_operand(mc_view v)
{
  static const uint8_t disp[4] = {0, 1, 4, 0};
  unsigned m = mc_ld8(v, 0), mod = m >> 6, sib = mod != 3 && (m & 7) == 4;
  unsigned far = mod == 0 && ((sib ? mc_ld8(v, 1) : m) & 7) == 5;
  return 1 + sib + disp[mod] + 4 * far;
}

/* The bytes of an instruction with a VEX prefix that begins at v (16 bytes), in 64-bit code; 0 when it is not one. */
MC_INLINE unsigned x86_vex(mc_view v)
{
  unsigned three = mc_ld8(v, 0) == 0xc4, map = three ? mc_ld8(v, 1) & 31 : 1, o = 2 + three;
  if (!three && mc_ld8(v, 0) != 0xc5)
    return 0;
  uint8_t op = mc_ld8(v, o++);
  if (map == 1 && op == 0x77)
    return o;
  if (map == 0 || map > 3)
    return 0;
  return o + x86_operand(mc_sub(v, o, v.n - o)) + (map == 3 || (map == 1 && x86_imm8_0f(op)));
}

/* Decodes one instruction; 0 when the bytes are none, or end inside it. */
int x86_decode(mc_view v, uint64_t off, int is64, x86_ins *);

/* Where the instruction begins that holds offset o, of 64-bit code, when it is decoded from run_up bytes before:
 * decoding falls into step within a few instructions.  *i is that instruction where it begins before o. */
uint64_t x86_around(mc_view v, uint64_t o, uint64_t run_up, x86_ins *i);
enum { X_RUN_UP = 48 };

#endif
