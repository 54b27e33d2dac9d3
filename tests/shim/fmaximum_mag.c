#include "shimfloat.h"

ALL_TEST(F_FF, fmaximum_mag)
