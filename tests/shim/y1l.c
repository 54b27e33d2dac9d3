#include "shimfloat.h"

ONE_TEST(P_F, y1l, long double)
