#include "shimfloat.h"

TYPES_TEST(F_F, __log_finite, __logf_finite, __logl_finite)
