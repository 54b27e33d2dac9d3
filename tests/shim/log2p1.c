#include "shimfloat.h"

ALL_TEST(F_F, log2p1)
