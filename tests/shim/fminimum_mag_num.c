#include "shimfloat.h"

ALL_TEST(F_FF, fminimum_mag_num)
