#include "shimfloat.h"

FLOATN_TEST(I_F, ilogb)
