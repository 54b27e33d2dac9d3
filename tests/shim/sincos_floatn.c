#include "shimfloat.h"

FLOATN_TEST(V_FpFpF, sincos)
