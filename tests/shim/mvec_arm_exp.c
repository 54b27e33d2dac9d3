#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_exp, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_expf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_expf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_exp, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_expf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_exp();
	test__ZGVnN2v_expf();
	test__ZGVnN4v_expf();
	test__ZGVsMxv_exp();
	test__ZGVsMxv_expf();
	return 0;
}
