#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_atan, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_atanf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_atanf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_atan, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_atanf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_atan();
	test__ZGVnN2v_atanf();
	test__ZGVnN4v_atanf();
	test__ZGVsMxv_atan();
	test__ZGVsMxv_atanf();
	return 0;
}
