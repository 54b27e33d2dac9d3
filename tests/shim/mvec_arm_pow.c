#include "shimvector_arm.h"

ADVSIMD_TEST2(_ZGVnN2vv_pow, double, 2, 0.25, 0.1875)
ADVSIMD_TEST2(_ZGVnN2vv_powf, float, 2, 0.25, 0.1875)
ADVSIMD_TEST2(_ZGVnN4vv_powf, float, 4, 0.25, 0.1875)
SVE_TEST2(_ZGVsMxvv_pow, double, 64, 0.25, 0.1875)
SVE_TEST2(_ZGVsMxvv_powf, float, 32, 0.25, 0.1875)

int main(void)
{
	test__ZGVnN2vv_pow();
	test__ZGVnN2vv_powf();
	test__ZGVnN4vv_powf();
	test__ZGVsMxvv_pow();
	test__ZGVsMxvv_powf();
	return 0;
}
