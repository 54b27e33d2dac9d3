#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_tanh, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_tanhf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_tanhf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_tanh, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_tanhf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_tanh();
	test__ZGVnN2v_tanhf();
	test__ZGVnN4v_tanhf();
	test__ZGVsMxv_tanh();
	test__ZGVsMxv_tanhf();
	return 0;
}
