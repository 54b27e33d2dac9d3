#include "shimfloat.h"

TYPES_TEST(F_F, __cosh_finite, __coshf_finite, __coshl_finite)
