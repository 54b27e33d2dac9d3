#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_exp, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_expf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_exp, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_expf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_exp, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_expf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_expf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_exp, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_exp();
	test__ZGVbN4v_expf();
	test__ZGVcN4v_exp();
	test__ZGVcN8v_expf();
	test__ZGVdN4v_exp();
	test__ZGVdN8v_expf();
	test__ZGVeN16v_expf();
	test__ZGVeN8v_exp();
	return 0;
}
