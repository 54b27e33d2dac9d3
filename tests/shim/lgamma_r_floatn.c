#include "shimfloat.h"

FLOATN_TEST_NAMED(F_FpI, lgammaf32_r, lgammaf64_r, lgammaf32x_r, lgammaf64x_r)
