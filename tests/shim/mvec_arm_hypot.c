#include "shimvector_arm.h"

ADVSIMD_TEST2(_ZGVnN2vv_hypot, double, 2, -0.75, 0.09375)
ADVSIMD_TEST2(_ZGVnN2vv_hypotf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST2(_ZGVnN4vv_hypotf, float, 4, -0.75, 0.09375)
SVE_TEST2(_ZGVsMxvv_hypot, double, 64, -0.75, 0.09375)
SVE_TEST2(_ZGVsMxvv_hypotf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2vv_hypot();
	test__ZGVnN2vv_hypotf();
	test__ZGVnN4vv_hypotf();
	test__ZGVsMxvv_hypot();
	test__ZGVsMxvv_hypotf();
	return 0;
}
