#include "shimfloat.h"

TYPES_TEST(F_F, __log10_finite, __log10f_finite, __log10l_finite)
