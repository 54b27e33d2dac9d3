#include "shimfloat.h"

ALL_TEST(I_cpFcpF, totalordermag)
