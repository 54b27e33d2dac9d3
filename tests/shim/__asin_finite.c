#include "shimfloat.h"

TYPES_TEST(F_F, __asin_finite, __asinf_finite, __asinl_finite)
