#include "shimfloat.h"

FLOATN_TEST(F_FL, scalbln)
