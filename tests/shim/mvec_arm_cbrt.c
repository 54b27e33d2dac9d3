#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_cbrt, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_cbrtf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_cbrtf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cbrt, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cbrtf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_cbrt();
	test__ZGVnN2v_cbrtf();
	test__ZGVnN4v_cbrtf();
	test__ZGVsMxv_cbrt();
	test__ZGVsMxv_cbrtf();
	return 0;
}
