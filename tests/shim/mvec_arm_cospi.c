#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_cospi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_cospif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_cospif, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cospi, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_cospif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_cospi();
	test__ZGVnN2v_cospif();
	test__ZGVnN4v_cospif();
	test__ZGVsMxv_cospi();
	test__ZGVsMxv_cospif();
	return 0;
}
