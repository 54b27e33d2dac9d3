/* mc_x86_skim.h - private to the code part: over instructions of which no more than the length counts. */
#ifndef MC_X86_SKIM_H
#define MC_X86_SKIM_H

#include "mc_code_int.h"
#include "mc_x86.h"

/* Why an instruction has to be looked at: its opcode's bits, those of its ModRM, and those of its prefixes all say so. */
enum {
  K_RM_SP = 1 << 10, K_RM_BP = 1 << 11,     /* ModRM names a register, which is rsp (rbp) but for REX.B */
  K_REG_SP = 1 << 12, K_REG_BP = 1 << 13,   /* the reg field names rsp (rbp) but for REX.R */
  K_PUSH = 1 << 14,                         /* the opcode extension of FF's push */
  K_WIDE = 1 << 15, K_PREFIX = 1 << 16,     /* REX.W, a prefix: the immediate may have another size */
  K_ALWAYS = 1 << 17,
  K_GOES = 1 << 18,                         /* a branch, or what raises the stack pointer */
  K_STACK = K_GOES - K_RM_SP, K_FLOW = K_STACK | K_GOES,
  T_LENGTH = 15, T_SIB = 16, T_MODRM = 256, T_F6 = 512, T_F7 = T_MODRM | T_F6,
  T_LEADS = 3, T_FAR = 256,
  ROW_OTHER = 0, ROW_FAR, ROW_PREFIX, ROW_REX, ROWS = ROW_REX + 16
};

/* What comes before the opcode is told by the first two bytes: by the first the row of lead, there by the second how many
 * bytes (T_LEADS), T_FAR when 0F is one of them, and K_*.  By opcode (behind 0F: from 256 on): the bytes of it and its
 * immediate, T_MODRM (T_F6 and T_F7 for those, whose immediate is of two extensions only) and K_*.  By ModRM, from there on:
 * its bytes with T_SIB and displacement, T_SIB when a base of 5 adds 4, and K_*. */
typedef struct {
  uint32_t row[256], lead[ROWS * 256], op[512], modrm[1024];
} x86_tables;

enum { X_AHEAD = 16 };   /* bytes that are there where the tables are asked */

/* Behind the instruction at p, of which what tells its length can be read; NULL when it has to be looked at. */
MC_INLINE const uint8_t *x86_over(const x86_tables *t, const uint8_t *p, uint32_t why)
{
  uint32_t lead = t->lead[t->row[p[0]] + p[1]];
  const uint8_t *o = p + (lead & T_LEADS);
  uint32_t op = t->op[(lead & T_FAR) | o[0]], m = t->modrm[(op & T_F7) | o[1]];
  if (MC_UNLIKELY(op & m & lead & why))
    return NULL;
  return o + ((op + m) & T_LENGTH) + (MC_UNLIKELY(m & T_SIB) ? (o[2] & 7) == 5 ? 4 : 0 : 0);
}

#endif
