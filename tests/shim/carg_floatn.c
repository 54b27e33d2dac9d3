#include "shimfloat.h"

FLOATN_TEST(F_C, carg)
