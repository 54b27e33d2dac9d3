#include "shimfloat.h"

FLOATN_TEST(F_S, nan)
