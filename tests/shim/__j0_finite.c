#include "shimfloat.h"

TYPES_TEST(P_F, __j0_finite, __j0f_finite, __j0l_finite)
