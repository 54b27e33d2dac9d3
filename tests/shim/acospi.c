#include "shimfloat.h"

ALL_TEST(F_F, acospi)
