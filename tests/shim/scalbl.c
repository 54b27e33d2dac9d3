#include "shimfloat.h"

ONE_TEST(F_FF, scalbl, long double)
