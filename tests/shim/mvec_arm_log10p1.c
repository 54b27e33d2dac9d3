#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_log10p1, double, 2, -0.5, 0.1875)
ADVSIMD_TEST1(_ZGVnN2v_log10p1f, float, 2, -0.5, 0.1875)
ADVSIMD_TEST1(_ZGVnN4v_log10p1f, float, 4, -0.5, 0.1875)
SVE_TEST1(_ZGVsMxv_log10p1, double, 64, -0.5, 0.1875)
SVE_TEST1(_ZGVsMxv_log10p1f, float, 32, -0.5, 0.1875)

int main(void)
{
	test__ZGVnN2v_log10p1();
	test__ZGVnN2v_log10p1f();
	test__ZGVnN4v_log10p1f();
	test__ZGVsMxv_log10p1();
	test__ZGVsMxv_log10p1f();
	return 0;
}
