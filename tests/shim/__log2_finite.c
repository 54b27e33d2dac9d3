#include "shimfloat.h"

TYPES_TEST(F_F, __log2_finite, __log2f_finite, __log2l_finite)
