#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_atanpi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_atanpif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_atanpif, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_atanpi, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_atanpif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_atanpi();
	test__ZGVnN2v_atanpif();
	test__ZGVnN4v_atanpif();
	test__ZGVsMxv_atanpi();
	test__ZGVsMxv_atanpif();
	return 0;
}
