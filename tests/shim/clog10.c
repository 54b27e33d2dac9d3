#include "shimfloat.h"

ALL_TEST(C_C, clog10)
