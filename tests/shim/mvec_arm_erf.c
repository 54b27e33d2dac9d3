#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_erf, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_erff, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_erff, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_erf, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_erff, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_erf();
	test__ZGVnN2v_erff();
	test__ZGVnN4v_erff();
	test__ZGVsMxv_erf();
	test__ZGVsMxv_erff();
	return 0;
}
