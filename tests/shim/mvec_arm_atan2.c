#include "shimvector_arm.h"

ADVSIMD_TEST2(_ZGVnN2vv_atan2, double, 2, -0.75, 0.09375)
ADVSIMD_TEST2(_ZGVnN2vv_atan2f, float, 2, -0.75, 0.09375)
ADVSIMD_TEST2(_ZGVnN4vv_atan2f, float, 4, -0.75, 0.09375)
SVE_TEST2(_ZGVsMxvv_atan2, double, 64, -0.75, 0.09375)
SVE_TEST2(_ZGVsMxvv_atan2f, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2vv_atan2();
	test__ZGVnN2vv_atan2f();
	test__ZGVnN4vv_atan2f();
	test__ZGVsMxvv_atan2();
	test__ZGVsMxvv_atan2f();
	return 0;
}
