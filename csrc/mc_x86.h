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

/* Decodes one instruction; 0 when the bytes are none, or end inside it. */
int x86_decode(mc_view v, uint64_t off, int is64, x86_ins *);

/* Where the instruction begins that holds offset o, of 64-bit code, when it is decoded from run_up bytes before:
 * decoding falls into step within a few instructions.  *i is that instruction where it begins before o. */
uint64_t x86_around(mc_view v, uint64_t o, uint64_t run_up, x86_ins *i);
enum { X_RUN_UP = 48 };

#endif
