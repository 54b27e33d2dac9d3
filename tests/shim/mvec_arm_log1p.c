#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_log1p, double, 2, -0.5, 0.1875)
ADVSIMD_TEST1(_ZGVnN2v_log1pf, float, 2, -0.5, 0.1875)
ADVSIMD_TEST1(_ZGVnN4v_log1pf, float, 4, -0.5, 0.1875)
SVE_TEST1(_ZGVsMxv_log1p, double, 64, -0.5, 0.1875)
SVE_TEST1(_ZGVsMxv_log1pf, float, 32, -0.5, 0.1875)

int main(void)
{
	test__ZGVnN2v_log1p();
	test__ZGVnN2v_log1pf();
	test__ZGVnN4v_log1pf();
	test__ZGVsMxv_log1p();
	test__ZGVsMxv_log1pf();
	return 0;
}
