#include "shimfloat.h"

FLOATN_TEST(F_FF, atan2)
