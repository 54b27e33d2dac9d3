#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_sinpi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_sinpif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_sinpif, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_sinpi, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_sinpif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_sinpi();
	test__ZGVnN2v_sinpif();
	test__ZGVnN4v_sinpif();
	test__ZGVsMxv_sinpi();
	test__ZGVsMxv_sinpif();
	return 0;
}
