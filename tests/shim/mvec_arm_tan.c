#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_tan, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_tanf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_tanf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_tan, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_tanf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_tan();
	test__ZGVnN2v_tanf();
	test__ZGVnN4v_tanf();
	test__ZGVsMxv_tan();
	test__ZGVsMxv_tanf();
	return 0;
}
