#include "shimfloat.h"

TYPES_TEST(F_F, __atanh_finite, __atanhf_finite, __atanhl_finite)
