#include "shimfloat.h"

TYPES_TEST(F_FF, __fmod_finite, __fmodf_finite, __fmodl_finite)
