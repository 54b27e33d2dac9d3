#include "shimfloat.h"

TYPES_TEST(F_F, __sinh_finite, __sinhf_finite, __sinhl_finite)
