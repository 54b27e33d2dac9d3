#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_cos, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_cosf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_cos, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_cosf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_cos, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_cosf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_cosf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_cos, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_cos();
	test__ZGVbN4v_cosf();
	test__ZGVcN4v_cos();
	test__ZGVcN8v_cosf();
	test__ZGVdN4v_cos();
	test__ZGVdN8v_cosf();
	test__ZGVeN16v_cosf();
	test__ZGVeN8v_cos();
	return 0;
}
