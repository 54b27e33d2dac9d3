#include "shimfloat.h"

ALL_TEST(I_pFpF, canonicalize)
