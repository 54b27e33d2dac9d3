#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_cos, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_cosf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_cosf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cos, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cosf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_cos();
	test__ZGVnN2v_cosf();
	test__ZGVnN4v_cosf();
	test__ZGVsMxv_cos();
	test__ZGVsMxv_cosf();
	return 0;
}
