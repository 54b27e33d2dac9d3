#include "shimfloat.h"

TYPES_TEST(F_FpI, __lgamma_r_finite, __lgammaf_r_finite, __lgammal_r_finite)
