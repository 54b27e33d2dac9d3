#include "shimfloat.h"

FLOATN_TEST(Q_F, llrint)
