#include "shimfloat.h"

TYPES_TEST(F_F, __exp_finite, __expf_finite, __expl_finite)
