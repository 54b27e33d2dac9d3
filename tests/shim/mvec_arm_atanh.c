#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_atanh, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_atanhf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_atanhf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_atanh, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_atanhf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_atanh();
	test__ZGVnN2v_atanhf();
	test__ZGVnN4v_atanhf();
	test__ZGVsMxv_atanh();
	test__ZGVsMxv_atanhf();
	return 0;
}
