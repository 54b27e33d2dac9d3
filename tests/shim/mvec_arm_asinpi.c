#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_asinpi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_asinpif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_asinpif, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_asinpi, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_asinpif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_asinpi();
	test__ZGVnN2v_asinpif();
	test__ZGVnN4v_asinpif();
	test__ZGVsMxv_asinpi();
	test__ZGVsMxv_asinpif();
	return 0;
}
