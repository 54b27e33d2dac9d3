#include "shimfloat.h"

FLOATN_TEST(L_F, lround)
