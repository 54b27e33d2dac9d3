#include "shimfloat.h"

ALL_TEST(F_F, log10p1)
