#include "shimfloat.h"

ALL_TEST(F_FF, powr)
