#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_cosh, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_coshf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_cosh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_coshf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_cosh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_coshf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_coshf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_cosh, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_cosh();
	test__ZGVbN4v_coshf();
	test__ZGVcN4v_cosh();
	test__ZGVcN8v_coshf();
	test__ZGVdN4v_cosh();
	test__ZGVdN8v_coshf();
	test__ZGVeN16v_coshf();
	test__ZGVeN8v_cosh();
	return 0;
}
