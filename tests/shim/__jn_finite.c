#include "shimfloat.h"

TYPES_TEST(F_IF, __jn_finite, __jnf_finite, __jnl_finite)
