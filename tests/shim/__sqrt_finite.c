#include "shimfloat.h"

TYPES_TEST(F_F, __sqrt_finite, __sqrtf_finite, __sqrtl_finite)
