#include "shimfloat.h"

FLOATN_TEST(C_C, clog)
