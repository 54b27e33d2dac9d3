#include "shimvector_arm.h"

ADVSIMD_TEST1(_ZGVnN2v_log, double, 2, 0.25, 0.1875)
ADVSIMD_TEST1(_ZGVnN2v_logf, float, 2, 0.25, 0.1875)
ADVSIMD_TEST1(_ZGVnN4v_logf, float, 4, 0.25, 0.1875)
SVE_TEST1(_ZGVsMxv_log, double, 64, 0.25, 0.1875)
SVE_TEST1(_ZGVsMxv_logf, float, 32, 0.25, 0.1875)

int main(void)
{
	test__ZGVnN2v_log();
	test__ZGVnN2v_logf();
	test__ZGVnN4v_logf();
	test__ZGVsMxv_log();
	test__ZGVsMxv_logf();
	return 0;
}
