#include "shimfloat.h"

TYPES_TEST(F_F, __acos_finite, __acosf_finite, __acosl_finite)
