#include "shimfloat.h"

ONE_TEST(P_F, y0l, long double)
