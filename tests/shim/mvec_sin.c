#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_sin, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_sinf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_sin, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_sinf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_sin, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_sinf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_sinf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_sin, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_sin();
	test__ZGVbN4v_sinf();
	test__ZGVcN4v_sin();
	test__ZGVcN8v_sinf();
	test__ZGVdN4v_sin();
	test__ZGVdN8v_sinf();
	test__ZGVeN16v_sinf();
	test__ZGVeN8v_sin();
	return 0;
}
