#include "shimfloat.h"

TYPES_TEST(F_IF, __yn_finite, __ynf_finite, __ynl_finite)
