#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_exp2m1, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_exp2m1f, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_exp2m1f, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp2m1, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp2m1f, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_exp2m1();
	test__ZGVnN2v_exp2m1f();
	test__ZGVnN4v_exp2m1f();
	test__ZGVsMxv_exp2m1();
	test__ZGVsMxv_exp2m1f();
	return 0;
}
