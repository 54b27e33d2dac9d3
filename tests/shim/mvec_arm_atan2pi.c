#include "shimvector_arm.h"

ADVSIMD_TEST2(_ZGVnN2vv_atan2pi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST2(_ZGVnN2vv_atan2pif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST2(_ZGVnN4vv_atan2pif, float, 4, -0.75, 0.09375)
SVE_TEST2(_ZGVsMxvv_atan2pi, double, 64, -0.75, 0.09375)
SVE_TEST2(_ZGVsMxvv_atan2pif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2vv_atan2pi();
	test__ZGVnN2vv_atan2pif();
	test__ZGVnN4vv_atan2pif();
	test__ZGVsMxvv_atan2pi();
	test__ZGVsMxvv_atan2pif();
	return 0;
}
