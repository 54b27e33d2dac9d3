#include "shimfloat.h"

FLOATN_TEST(F_FpI, frexp)
