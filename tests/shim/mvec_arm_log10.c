#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_log10, double, 2, 0.25, 0.1875)
ADVSIMD_TEST1(_ZGVnN2v_log10f, float, 2, 0.25, 0.1875)
ADVSIMD_TEST1(_ZGVnN4v_log10f, float, 4, 0.25, 0.1875)
SVE_TEST1(_ZGVsMxv_log10, double, 64, 0.25, 0.1875)
SVE_TEST1(_ZGVsMxv_log10f, float, 32, 0.25, 0.1875)

int main(void)
{
	test__ZGVnN2v_log10();
	test__ZGVnN2v_log10f();
	test__ZGVnN4v_log10f();
	test__ZGVsMxv_log10();
	test__ZGVsMxv_log10f();
	return 0;
}
