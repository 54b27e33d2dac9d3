#include "shimfloat.h"

TYPES_TEST(P_F, __y0_finite, __y0f_finite, __y0l_finite)
