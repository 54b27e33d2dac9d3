#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_sin, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_sinf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_sinf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_sin, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_sinf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_sin();
	test__ZGVnN2v_sinf();
	test__ZGVnN4v_sinf();
	test__ZGVsMxv_sin();
	test__ZGVsMxv_sinf();
	return 0;
}
