#include "shimfloat.h"

FLOATN_TEST(F_FI, scalbn)
