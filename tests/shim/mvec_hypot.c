#include "shimvector.h"

VECTOR_TEST2("sse2", _ZGVbN2vv_hypot, double, 2, -0.75, 0.1875)
VECTOR_TEST2("sse2", _ZGVbN4vv_hypotf, float, 4, -0.75, 0.1875)
VECTOR_TEST2("avx", _ZGVcN4vv_hypot, double, 4, -0.75, 0.1875)
VECTOR_TEST2("avx", _ZGVcN8vv_hypotf, float, 8, -0.75, 0.1875)
VECTOR_TEST2("avx2", _ZGVdN4vv_hypot, double, 4, -0.75, 0.1875)
VECTOR_TEST2("avx2", _ZGVdN8vv_hypotf, float, 8, -0.75, 0.1875)
VECTOR_TEST2("avx512f", _ZGVeN16vv_hypotf, float, 16, -0.75, 0.1875)
VECTOR_TEST2("avx512f", _ZGVeN8vv_hypot, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2vv_hypot();
	test__ZGVbN4vv_hypotf();
	test__ZGVcN4vv_hypot();
	test__ZGVcN8vv_hypotf();
	test__ZGVdN4vv_hypot();
	test__ZGVdN8vv_hypotf();
	test__ZGVeN16vv_hypotf();
	test__ZGVeN8vv_hypot();
	return 0;
}
