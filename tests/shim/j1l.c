#include "shimfloat.h"

ONE_TEST(P_F, j1l, long double)
