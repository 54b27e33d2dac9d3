#include "shimfloat.h"

ONE_TEST(F_IF, ynl, long double)
