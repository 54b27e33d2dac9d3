/* mc_a64.h - private to the code part: the A64 instructions that matter here (Arm ARM, C4 and C6). */
#ifndef MC_A64_H
#define MC_A64_H

#include "mc_code_int.h"

enum { A_SP = 31, A_LR = 30, A_FP = 29, A_IP0 = 16, A_IP1 = 17 };

MC_INLINE unsigned a64_rd(uint32_t w) { return w & 31; }
MC_INLINE unsigned a64_rn(uint32_t w) { return w >> 5 & 31; }
MC_INLINE unsigned a64_rm(uint32_t w) { return w >> 16 & 31; }

/* Sign-extends the low n bits. */
MC_INLINE int64_t a64_signed(uint64_t x, unsigned n)
{
  return (int64_t)(x << (64 - n)) >> (64 - n);
}

MC_INLINE int a64_is_bl(uint32_t w) { return (w & 0xfc000000) == 0x94000000; }
MC_INLINE int a64_is_b(uint32_t w) { return (w & 0xfc000000) == 0x14000000; }
MC_INLINE uint64_t a64_branch(uint64_t at, uint32_t w)
{
  return at + (uint64_t)(a64_signed(w & 0x03ffffff, 26) * 4);
}

/* B.cond, CBZ, CBNZ: 19 bits; TBZ, TBNZ: 14 bits. */
MC_INLINE int a64_is_cond(uint32_t w, uint64_t at, uint64_t *to)
{
  if ((w & 0xfe000000) == 0x54000000 || (w & 0x7e000000) == 0x34000000) {
    *to = at + (uint64_t)(a64_signed(w >> 5 & 0x7ffff, 19) * 4);
    return 1;
  }
  if ((w & 0x7e000000) == 0x36000000) {
    *to = at + (uint64_t)(a64_signed(w >> 5 & 0x3fff, 14) * 4);
    return 1;
  }
  return 0;
}

/* BR, BLR, RET and their authenticated forms. */
MC_INLINE int a64_is_br(uint32_t w) { return (w & 0xfefff000) == 0xd61f0000; }
MC_INLINE int a64_is_blr(uint32_t w) { return (w & 0xfefff000) == 0xd63f0000; }
MC_INLINE int a64_is_ret(uint32_t w) { return (w & 0xfefff000) == 0xd65f0000; }

MC_INLINE int a64_is_adrp(uint32_t w) { return (w & 0x9f000000) == 0x90000000; }
MC_INLINE int a64_is_adr(uint32_t w) { return (w & 0x9f000000) == 0x10000000; }
MC_INLINE uint64_t a64_adr(uint64_t at, uint32_t w)
{
  int64_t imm = a64_signed((uint64_t)(w >> 5 & 0x7ffff) << 2 | (w >> 29 & 3), 21);
  return a64_is_adrp(w) ? (at & ~UINT64_C(4095)) + (uint64_t)(imm * 4096) : at + (uint64_t)imm;
}

/* ADD and SUB (immediate), 64 bits, not setting flags. */
MC_INLINE int a64_is_add_imm(uint32_t w) { return (w & 0xff800000) == 0x91000000; }
MC_INLINE int a64_is_sub_imm(uint32_t w) { return (w & 0xff800000) == 0xd1000000; }
MC_INLINE uint64_t a64_imm12(uint32_t w)
{
  uint64_t imm = w >> 10 & 4095;
  return w & 0x00400000 ? imm << 12 : imm;
}

/* LDR Xt, [Xn, #imm]. */
MC_INLINE int a64_is_ldr(uint32_t w) { return (w & 0xffc00000) == 0xf9400000; }
MC_INLINE uint64_t a64_ldr_off(uint32_t w) { return (uint64_t)(w >> 10 & 4095) * 8; }

/* The value of a move-wide instruction; old is what MOVK keeps. */
MC_INLINE int a64_movw(uint32_t w, uint64_t old, uint64_t *out)
{
  unsigned shift = (w >> 21 & 3) * 16;
  uint64_t imm = (uint64_t)(w >> 5 & 0xffff) << shift;
  if ((w & 0x1f800000) != 0x12800000)
    return 0;
  switch (w >> 29 & 3) {
  case 0: *out = ~imm; break;
  case 2: *out = imm; break;
  case 3: *out = (old & ~(UINT64_C(0xffff) << shift)) | imm; break;
  default: return 0;
  }
  if (!(w >> 31))
    *out = (uint32_t)*out;
  return 1;
}

#endif
