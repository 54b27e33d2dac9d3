#include "shimfloat.h"

TYPES_TEST(P_F, __y1_finite, __y1f_finite, __y1l_finite)
