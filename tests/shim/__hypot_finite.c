#include "shimfloat.h"

TYPES_TEST(F_FF, __hypot_finite, __hypotf_finite, __hypotl_finite)
