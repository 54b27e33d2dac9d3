#include "shimfloat.h"

TYPES_TEST(F_FF, __pow_finite, __powf_finite, __powl_finite)
