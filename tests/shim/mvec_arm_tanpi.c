#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_tanpi, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_tanpif, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_tanpif, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_tanpi, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_tanpif, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_tanpi();
	test__ZGVnN2v_tanpif();
	test__ZGVnN4v_tanpif();
	test__ZGVsMxv_tanpi();
	test__ZGVsMxv_tanpif();
	return 0;
}
