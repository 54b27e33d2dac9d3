#include "shimfloat.h"

TYPES_TEST(F_F, __exp2_finite, __exp2f_finite, __exp2l_finite)
