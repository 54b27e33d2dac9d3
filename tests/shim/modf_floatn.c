#include "shimfloat.h"

FLOATN_TEST(F_FpF, modf)
