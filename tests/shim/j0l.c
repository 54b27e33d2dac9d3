#include "shimfloat.h"

ONE_TEST(P_F, j0l, long double)
