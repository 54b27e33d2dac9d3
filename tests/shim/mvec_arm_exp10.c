#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_exp10, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_exp10f, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_exp10f, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp10, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp10f, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_exp10();
	test__ZGVnN2v_exp10f();
	test__ZGVnN4v_exp10f();
	test__ZGVsMxv_exp10();
	test__ZGVsMxv_exp10f();
	return 0;
}
