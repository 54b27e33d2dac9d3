#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_tanh, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_tanhf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_tanh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_tanhf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_tanh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_tanhf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_tanhf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_tanh, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_tanh();
	test__ZGVbN4v_tanhf();
	test__ZGVcN4v_tanh();
	test__ZGVcN8v_tanhf();
	test__ZGVdN4v_tanh();
	test__ZGVdN8v_tanhf();
	test__ZGVeN16v_tanhf();
	test__ZGVeN8v_tanh();
	return 0;
}
