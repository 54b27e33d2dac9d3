#include "shimfloat.h"

FLOATN_TEST(C_CC, cpow)
