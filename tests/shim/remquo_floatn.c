#include "shimfloat.h"

FLOATN_TEST(F_FFpI, remquo)
