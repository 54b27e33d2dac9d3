#include "shimfloat.h"

TYPES_TEST(F_FF, __atan2_finite, __atan2f_finite, __atan2l_finite)
