#include "shimfloat.h"

ALL_TEST(F_F, exp2m1)
