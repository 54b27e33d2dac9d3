#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_acos, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_acosf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_acosf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_acos, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_acosf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_acos();
	test__ZGVnN2v_acosf();
	test__ZGVnN4v_acosf();
	test__ZGVsMxv_acos();
	test__ZGVsMxv_acosf();
	return 0;
}
