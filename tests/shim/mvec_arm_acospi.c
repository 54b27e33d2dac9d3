#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_acospi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_acospif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_acospif, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_acospi, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_acospif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_acospi();
	test__ZGVnN2v_acospif();
	test__ZGVnN4v_acospif();
	test__ZGVsMxv_acospi();
	test__ZGVsMxv_acospif();
	return 0;
}
