/* mc_relclass.c - what a relocation number means, by machine: from the psABIs.
 *
 * A class other than OTHER is given only to the type that has this meaning for a word of the machine's
 * class: R_X86_64_32 is SYMBOLIC in x32 and OTHER in x86-64, because there it fills half a word.
 * OTHER is a number that the psABI defines, which is what the ranges tell. */
#include "mc_scan.h"

typedef struct {
  uint16_t type;
  uint8_t cls;
} special;

typedef struct {
  uint16_t machine;
  uint8_t word;          /* 32 or 64; 0: either */
  uint8_t specials;
  const special *special;
  uint16_t defined[6];   /* first, last of up to three ranges of defined types */
} machine;

enum {
  NONE = MC_RC_NONE, SYM = MC_RC_SYMBOLIC, GOT = MC_RC_GLOB_DAT, PLT = MC_RC_JUMP_SLOT, COPY = MC_RC_COPY,
  RELA = MC_RC_RELATIVE, MOD = MC_RC_DTPMOD, DTP = MC_RC_DTPOFF, TP = MC_RC_TPOFF, DESC = MC_RC_TLSDESC,
  IREL = MC_RC_IRELATIVE
};

static const special x86_64[] = {{0, NONE}, {1, SYM}, {5, COPY}, {6, GOT}, {7, PLT}, {8, RELA}, {16, MOD}, {17, DTP},
                                 {18, TP}, {36, DESC}, {37, IREL}};
static const special x32[] = {{0, NONE}, {10, SYM}, {5, COPY}, {6, GOT}, {7, PLT}, {8, RELA}, {16, MOD}, {17, DTP},
                              {18, TP}, {36, DESC}, {37, IREL}};
static const special i386[] = {{0, NONE}, {1, SYM}, {5, COPY}, {6, GOT}, {7, PLT}, {8, RELA}, {14, TP}, {35, MOD},
                               {36, DTP}, {37, TP}, {41, DESC}, {42, IREL}};
static const special aarch64[] = {{0, NONE}, {256, NONE}, {257, SYM}, {1024, COPY}, {1025, GOT}, {1026, PLT},
                                  {1027, RELA}, {1028, MOD}, {1029, DTP}, {1030, TP}, {1031, DESC}, {1032, IREL}};
static const special aarch64_32[] = {{0, NONE}, {1, SYM}, {180, COPY}, {181, GOT}, {182, PLT}, {183, RELA}, {184, MOD},
                                     {185, DTP}, {186, TP}, {187, DESC}, {188, IREL}};
static const special arm[] = {{0, NONE}, {2, SYM}, {13, DESC}, {17, MOD}, {18, DTP}, {19, TP}, {20, COPY}, {21, GOT},
                              {22, PLT}, {23, RELA}, {160, IREL}};
static const special riscv64[] = {{0, NONE}, {2, SYM}, {3, RELA}, {4, COPY}, {5, PLT}, {7, MOD}, {9, DTP}, {11, TP},
                                  {12, DESC}, {58, IREL}};
static const special riscv32[] = {{0, NONE}, {1, SYM}, {3, RELA}, {4, COPY}, {5, PLT}, {6, MOD}, {8, DTP}, {10, TP},
                                  {12, DESC}, {58, IREL}};
static const special ppc64[] = {{0, NONE}, {38, SYM}, {19, COPY}, {20, GOT}, {21, PLT}, {22, RELA}, {68, MOD},
                                {78, DTP}, {73, TP}, {248, IREL}};
static const special ppc[] = {{0, NONE}, {1, SYM}, {19, COPY}, {20, GOT}, {21, PLT}, {22, RELA}, {68, MOD},
                              {78, DTP}, {73, TP}, {248, IREL}};
static const special s390x[] = {{0, NONE}, {22, SYM}, {9, COPY}, {10, GOT}, {11, PLT}, {12, RELA}, {54, MOD},
                                {55, DTP}, {56, TP}, {61, IREL}};
static const special s390[] = {{0, NONE}, {4, SYM}, {9, COPY}, {10, GOT}, {11, PLT}, {12, RELA}, {54, MOD},
                               {55, DTP}, {56, TP}, {61, IREL}};
static const special loongarch64[] = {{0, NONE}, {2, SYM}, {3, RELA}, {4, COPY}, {5, PLT}, {7, MOD}, {9, DTP},
                                      {11, TP}, {12, IREL}, {14, DESC}};
static const special loongarch32[] = {{0, NONE}, {1, SYM}, {3, RELA}, {4, COPY}, {5, PLT}, {6, MOD}, {8, DTP},
                                      {10, TP}, {12, IREL}, {13, DESC}};
/* 0x1203 is R_MIPS_REL32 with R_MIPS_64 above it: a loader of n64 knows the pair as one type */
static const special mips64[] = {{0, NONE}, {0x1203, SYM}, {126, COPY}, {127, PLT}, {40, MOD}, {41, DTP}, {48, TP},
                                 {128, IREL}};
static const special mips[] = {{0, NONE}, {3, SYM}, {126, COPY}, {127, PLT}, {38, MOD}, {39, DTP}, {47, TP},
                               {128, IREL}};
static const special sparc64[] = {{0, NONE}, {32, SYM}, {19, COPY}, {20, GOT}, {21, PLT}, {22, RELA}, {75, MOD},
                                  {77, DTP}, {79, TP}, {248, IREL}, {249, IREL}};
static const special sparc[] = {{0, NONE}, {3, SYM}, {19, COPY}, {20, GOT}, {21, PLT}, {22, RELA}, {74, MOD},
                                {76, DTP}, {78, TP}, {248, IREL}, {249, IREL}};
static const special m68k[] = {{0, NONE}, {1, SYM}, {19, COPY}, {20, GOT}, {21, PLT}, {22, RELA}, {40, MOD},
                               {41, DTP}, {42, TP}};
static const special sh[] = {{0, NONE}, {1, SYM}, {149, MOD}, {150, DTP}, {151, TP}, {162, COPY}, {163, GOT},
                             {164, PLT}, {165, RELA}};
static const special or1k[] = {{0, NONE}, {1, SYM}, {18, COPY}, {19, GOT}, {20, PLT}, {21, RELA}, {32, TP}, {33, DTP},
                               {34, MOD}};
static const special microblaze[] = {{0, NONE}, {1, SYM}, {16, RELA}, {17, PLT}, {18, GOT}, {21, COPY}, {25, MOD},
                                     {26, DTP}, {29, TP}};
static const special alpha[] = {{0, NONE}, {2, SYM}, {24, COPY}, {25, GOT}, {26, PLT}, {27, RELA}, {31, MOD},
                                {33, DTP}, {38, TP}};
static const special parisc64[] = {{0, NONE}, {80, SYM}, {128, COPY}, {129, PLT}, {216, TP}, {243, MOD}, {245, DTP}};
static const special parisc[] = {{0, NONE}, {1, SYM}, {128, COPY}, {129, PLT}, {153, TP}, {242, MOD}, {244, DTP}};
static const special ia64[] = {{0, NONE}, {0x26, SYM}, {0x27, SYM}, {0x6e, RELA}, {0x6f, RELA}, {0x80, PLT},
                               {0x81, PLT}, {0x84, COPY}, {0x96, TP}, {0x97, TP}, {0xa6, MOD}, {0xa7, MOD},
                               {0xb6, DTP}, {0xb7, DTP}};
static const special arc[] = {{0, NONE}, {4, SYM}, {53, COPY}, {54, GOT}, {55, PLT}, {56, RELA}, {66, MOD}, {67, DTP},
                              {68, TP}};
static const special nios2[] = {{0, NONE}, {12, SYM}, {33, MOD}, {34, DTP}, {35, TP}, {36, COPY}, {37, GOT}, {38, PLT},
                                {39, RELA}};
static const special csky[] = {{0, NONE}, {1, SYM}, {9, RELA}, {10, COPY}, {11, GOT}, {12, PLT}, {56, MOD}, {57, DTP},
                               {58, TP}};

#define LIST(a) sizeof(a) / sizeof *(a), a
static const machine machines[] = {
  {62, 64, LIST(x86_64), {0, 51, 250, 251}},
  {62, 32, LIST(x32), {0, 51, 250, 251}},
  {3, 0, LIST(i386), {0, 11, 14, 43, 250, 251}},
  {183, 64, LIST(aarch64), {256, 313, 512, 600, 1024, 1041}},
  {183, 32, LIST(aarch64_32), {1, 116, 128, 188}},
  {40, 0, LIST(arm), {0, 138, 160, 167, 249, 255}},
  {243, 64, LIST(riscv64), {0, 65, 191, 255}},
  {243, 32, LIST(riscv32), {0, 65, 191, 255}},
  {21, 0, LIST(ppc64), {0, 151, 240, 254}},
  {20, 0, LIST(ppc), {0, 127, 192, 254}},
  {MC_EM_S390, 64, LIST(s390x), {0, 66, 250, 251}},
  {MC_EM_S390, 32, LIST(s390), {0, 66, 250, 251}},
  {258, 64, LIST(loongarch64), {0, 14, 20, 58, 64, 126}},
  {258, 32, LIST(loongarch32), {0, 14, 20, 58, 64, 126}},
  {MC_EM_MIPS, 64, LIST(mips64), {0, 65, 100, 177, 248, 254}},
  {MC_EM_MIPS, 32, LIST(mips), {0, 65, 100, 177, 248, 254}},
  {MC_EM_SPARCV9, 0, LIST(sparc64), {0, 88, 248, 253}},
  {2, 0, LIST(sparc), {0, 88, 248, 253}},
  {18, 0, LIST(sparc), {0, 88, 248, 253}},
  {4, 0, LIST(m68k), {0, 42}},
  {42, 0, LIST(sh), {0, 36, 45, 168, 197, 252}},
  {92, 0, LIST(or1k), {0, 52}},
  {189, 0, LIST(microblaze), {0, 33}},
  {0xbaab, 0, LIST(microblaze), {0, 33}},
  {MC_EM_ALPHA, 0, LIST(alpha), {0, 41}},
  {15, 64, LIST(parisc64), {0, 245}},
  {15, 32, LIST(parisc), {0, 245}},
  {50, 0, LIST(ia64), {0, 0xba}},
  {93, 0, LIST(arc), {0, 78}},
  {195, 0, LIST(arc), {0, 78}},
  {113, 0, LIST(nios2), {0, 45}},
  {252, 0, LIST(csky), {0, 63}},
};

static const machine *find(uint16_t number, int is64)
{
  for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
    if (machines[i].machine == number && (!machines[i].word || machines[i].word == (is64 ? 64 : 32)))
      return &machines[i];
  return NULL;
}

int mc_machine_known(uint16_t number)
{
  return find(number, 0) || find(number, 1);
}

uint32_t mc_reloc_class(uint16_t number, int is64, uint32_t type)
{
  const machine *m = find(number, is64);
  if (!m)
    return type ? MC_RC_UNKNOWN : MC_RC_NONE;   /* 0 is NONE in every psABI */
  for (unsigned i = 0; i < m->specials; i++)
    if (m->special[i].type == type)
      return m->special[i].cls;
  /* the types that 64-bit MIPS composes are known when the lowest is */
  uint32_t base = number == MC_EM_MIPS && is64 ? type & 0xff : type;
  for (unsigned i = 0; i < 6; i += 2)
    if (base >= m->defined[i] && base <= m->defined[i + 1] && m->defined[i + 1])
      return MC_RC_OTHER;
  return MC_RC_UNKNOWN;
}
