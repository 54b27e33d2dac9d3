#include "shimfloat.h"

TYPES_TEST(F_F, __exp10_finite, __exp10f_finite, __exp10l_finite)
