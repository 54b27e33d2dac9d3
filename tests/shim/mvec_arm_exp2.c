#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_exp2, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_exp2f, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_exp2f, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp2, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp2f, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_exp2();
	test__ZGVnN2v_exp2f();
	test__ZGVnN4v_exp2f();
	test__ZGVsMxv_exp2();
	test__ZGVsMxv_exp2f();
	return 0;
}
