#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_sinh, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_sinhf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_sinhf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_sinh, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_sinhf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_sinh();
	test__ZGVnN2v_sinhf();
	test__ZGVnN4v_sinhf();
	test__ZGVsMxv_sinh();
	test__ZGVsMxv_sinhf();
	return 0;
}
