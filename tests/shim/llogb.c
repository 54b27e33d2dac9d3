#include "shimfloat.h"

ALL_TEST(L_F, llogb)
