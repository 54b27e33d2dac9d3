#include "shimfloat.h"

FLOATN_TEST(F_FFF, fma)
