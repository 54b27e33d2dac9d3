#include "shimvector.h"

VECTOR_TEST2("sse2", _ZGVbN2vv_atan2, double, 2, -0.75, 0.1875)
VECTOR_TEST2("sse2", _ZGVbN4vv_atan2f, float, 4, -0.75, 0.1875)
VECTOR_TEST2("avx", _ZGVcN4vv_atan2, double, 4, -0.75, 0.1875)
VECTOR_TEST2("avx", _ZGVcN8vv_atan2f, float, 8, -0.75, 0.1875)
VECTOR_TEST2("avx2", _ZGVdN4vv_atan2, double, 4, -0.75, 0.1875)
VECTOR_TEST2("avx2", _ZGVdN8vv_atan2f, float, 8, -0.75, 0.1875)
VECTOR_TEST2("avx512f", _ZGVeN16vv_atan2f, float, 16, -0.75, 0.1875)
VECTOR_TEST2("avx512f", _ZGVeN8vv_atan2, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2vv_atan2();
	test__ZGVbN4vv_atan2f();
	test__ZGVcN4vv_atan2();
	test__ZGVcN8vv_atan2f();
	test__ZGVdN4vv_atan2();
	test__ZGVdN8vv_atan2f();
	test__ZGVeN16vv_atan2f();
	test__ZGVeN8vv_atan2();
	return 0;
}
