#include "shimfloat.h"

TYPES_TEST(F_F, __acosh_finite, __acoshf_finite, __acoshl_finite)
