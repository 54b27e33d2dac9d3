/* glibc's character tables of the C locale, as <ctype.h> and the C++ library read them: index -128 to 255. */
#ifndef MC_CTYPE_H
#define MC_CTYPE_H

#include <stdint.h>

extern uint16_t mc_ctype_class[384];
extern int32_t mc_ctype_lower[384], mc_ctype_upper[384];

void mc_ctype_fill(void);

#endif
