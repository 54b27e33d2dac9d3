/* recipe: __ctype_b
 * symbols: __ctype_b __ctype_tolower __ctype_toupper
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_ctype
 * fidelity: equivalent
 * differs: the tables are those of the C locale in every locale
 * spec: <ctype.h> of glibc before 2.3, whose macros read these pointers
 * scope: public
 */
#include "include/mc_ctype.h"

const uint16_t *__ctype_b = mc_ctype_class + 128;
const int32_t *__ctype_tolower = mc_ctype_lower + 128;
const int32_t *__ctype_toupper = mc_ctype_upper + 128;
