#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_erf, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_erff, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_erf, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_erff, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_erf, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_erff, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_erff, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_erf, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_erf();
	test__ZGVbN4v_erff();
	test__ZGVcN4v_erf();
	test__ZGVcN8v_erff();
	test__ZGVdN4v_erf();
	test__ZGVdN8v_erff();
	test__ZGVeN16v_erff();
	test__ZGVeN8v_erf();
	return 0;
}
