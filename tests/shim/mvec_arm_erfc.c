#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_erfc, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_erfcf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_erfcf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_erfc, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_erfcf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_erfc();
	test__ZGVnN2v_erfcf();
	test__ZGVnN4v_erfcf();
	test__ZGVsMxv_erfc();
	test__ZGVsMxv_erfcf();
	return 0;
}
