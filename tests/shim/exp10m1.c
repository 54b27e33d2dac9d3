#include "shimfloat.h"

ALL_TEST(F_F, exp10m1)
