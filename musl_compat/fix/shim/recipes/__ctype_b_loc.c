/* recipe: __ctype_b_loc
 * symbols: __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc
 * kind: implementation
 * glibc: GLIBC_2.3
 * arch: any
 * needs: _internal_ctype
 * fidelity: equivalent
 * differs: the tables are those of the C locale in every locale; in UTF-8 locales glibc's are the same
 * spec: LSB 5.0, __ctype_b_loc; musl's case tables hold 0 outside ASCII, glibc's the character itself
 * scope: private
 */
#include "include/mc_ctype.h"

static const uint16_t *const class_table = mc_ctype_class + 128;
static const int32_t *const lower_table = mc_ctype_lower + 128, *const upper_table = mc_ctype_upper + 128;

const uint16_t **__mc___ctype_b_loc(void)
{
	mc_ctype_fill();
	return (const uint16_t **)(uintptr_t)&class_table;
}

const int32_t **__mc___ctype_tolower_loc(void)
{
	mc_ctype_fill();
	return (const int32_t **)(uintptr_t)&lower_table;
}

const int32_t **__mc___ctype_toupper_loc(void)
{
	mc_ctype_fill();
	return (const int32_t **)(uintptr_t)&upper_table;
}
