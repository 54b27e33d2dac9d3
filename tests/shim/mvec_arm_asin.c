#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_asin, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_asinf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_asinf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_asin, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_asinf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_asin();
	test__ZGVnN2v_asinf();
	test__ZGVnN4v_asinf();
	test__ZGVsMxv_asin();
	test__ZGVsMxv_asinf();
	return 0;
}
