#include "shimvector.h"

VECTOR_TEST2("sse2", _ZGVbN2vv_pow, double, 2, 0.25, 0.375)
VECTOR_TEST2("sse2", _ZGVbN4vv_powf, float, 4, 0.25, 0.375)
VECTOR_TEST2("avx", _ZGVcN4vv_pow, double, 4, 0.25, 0.375)
VECTOR_TEST2("avx", _ZGVcN8vv_powf, float, 8, 0.25, 0.375)
VECTOR_TEST2("avx2", _ZGVdN4vv_pow, double, 4, 0.25, 0.375)
VECTOR_TEST2("avx2", _ZGVdN8vv_powf, float, 8, 0.25, 0.375)
VECTOR_TEST2("avx512f", _ZGVeN16vv_powf, float, 16, 0.25, 0.375)
VECTOR_TEST2("avx512f", _ZGVeN8vv_pow, double, 8, 0.25, 0.375)

int main(void)
{
	test__ZGVbN2vv_pow();
	test__ZGVbN4vv_powf();
	test__ZGVcN4vv_pow();
	test__ZGVcN8vv_powf();
	test__ZGVdN4vv_pow();
	test__ZGVdN8vv_powf();
	test__ZGVeN16vv_powf();
	test__ZGVeN8vv_pow();
	return 0;
}
