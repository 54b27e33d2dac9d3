#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_acosh, double, 2, 1.25, 0.25)
ADVSIMD_TEST1(_ZGVnN2v_acoshf, float, 2, 1.25, 0.25)
ADVSIMD_TEST1(_ZGVnN4v_acoshf, float, 4, 1.25, 0.25)
SVE_TEST1(_ZGVsMxv_acosh, double, 64, 1.25, 0.25)
SVE_TEST1(_ZGVsMxv_acoshf, float, 32, 1.25, 0.25)

int main(void)
{
	test__ZGVnN2v_acosh();
	test__ZGVnN2v_acoshf();
	test__ZGVnN4v_acoshf();
	test__ZGVsMxv_acosh();
	test__ZGVsMxv_acoshf();
	return 0;
}
