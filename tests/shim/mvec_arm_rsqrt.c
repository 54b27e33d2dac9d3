#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_rsqrt, double, 2, 0.25, 0.1875)
ADVSIMD_TEST1(_ZGVnN2v_rsqrtf, float, 2, 0.25, 0.1875)
ADVSIMD_TEST1(_ZGVnN4v_rsqrtf, float, 4, 0.25, 0.1875)
SVE_TEST1(_ZGVsMxv_rsqrt, double, 64, 0.25, 0.1875)
SVE_TEST1(_ZGVsMxv_rsqrtf, float, 32, 0.25, 0.1875)

int main(void)
{
	test__ZGVnN2v_rsqrt();
	test__ZGVnN2v_rsqrtf();
	test__ZGVnN4v_rsqrtf();
	test__ZGVsMxv_rsqrt();
	test__ZGVsMxv_rsqrtf();
	return 0;
}
