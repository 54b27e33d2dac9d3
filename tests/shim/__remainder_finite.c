#include "shimfloat.h"

TYPES_TEST(F_FF, __remainder_finite, __remainderf_finite, __remainderl_finite)
