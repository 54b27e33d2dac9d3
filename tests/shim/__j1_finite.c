#include "shimfloat.h"

TYPES_TEST(P_F, __j1_finite, __j1f_finite, __j1l_finite)
