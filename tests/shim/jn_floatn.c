#include "shimfloat.h"

FLOATN_TEST(F_IF, jn)
