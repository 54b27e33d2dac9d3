#include "shimfloat.h"

TYPES_TEST(F_FF, __scalb_finite, __scalbf_finite, __scalbl_finite)
