#include "shimfloat.h"

FLOATN_TEST(P_F, j1)
