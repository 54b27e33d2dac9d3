/* mc_uses.h - which instructions reach given words of memory, such as entries of a global offset table. */
#ifndef MC_USES_H
#define MC_USES_H

#include <stdint.h>

/* CFFI BEGIN */

enum {
  MC_USE_LOAD = 0,   /* a register is loaded from the word */
  MC_USE_ADD,        /* the word is added to a register */
  MC_USE_OTHER       /* anything else, and what may be a load through a register whose contents are not known */
};

/* One instruction: its address, the index of the word, the number of the register, MC_USE_*. */
typedef struct { uint64_t at; uint32_t word; uint16_t reg, kind; } mc_use;

/* The instructions among n bytes of code at address addr that reach one of the words, which have 8 bytes and
 * ascend; how many there are, of which at most cap are in out.  For EM_X86_64 and EM_AARCH64: 0 for other machines. */
uint64_t mc_uses(uint16_t machine, const void *code, uint64_t n, uint64_t addr, const uint64_t *words, uint32_t words_n,
                 mc_use *out, uint64_t cap);

/* CFFI END */
#endif
