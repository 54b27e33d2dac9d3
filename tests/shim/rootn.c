#include "shimfloat.h"

ALL_TEST(F_FQ, rootn)
