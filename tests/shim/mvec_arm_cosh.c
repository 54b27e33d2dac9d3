#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_cosh, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_coshf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_coshf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cosh, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_coshf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_cosh();
	test__ZGVnN2v_coshf();
	test__ZGVnN4v_coshf();
	test__ZGVsMxv_cosh();
	test__ZGVsMxv_coshf();
	return 0;
}
