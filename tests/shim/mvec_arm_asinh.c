#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_asinh, double, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN2v_asinhf, float, 2, -0.75, 0.09375)
ADVSIMD_TEST1(_ZGVnN4v_asinhf, float, 4, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_asinh, double, 64, -0.75, 0.09375)
SVE_TEST1(_ZGVsMxv_asinhf, float, 32, -0.75, 0.09375)

int main(void)
{
	test__ZGVnN2v_asinh();
	test__ZGVnN2v_asinhf();
	test__ZGVnN4v_asinhf();
	test__ZGVsMxv_asinh();
	test__ZGVsMxv_asinhf();
	return 0;
}
