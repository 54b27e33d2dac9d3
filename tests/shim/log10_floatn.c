#include "shimfloat.h"

FLOATN_TEST(F_F, log10)
