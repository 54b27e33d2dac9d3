#include "shimfloat.h"

ONE_TEST(F_IF, jnl, long double)
