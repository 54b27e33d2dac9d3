#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_cbrt, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_cbrtf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_cbrt, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_cbrtf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_cbrt, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_cbrtf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_cbrtf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_cbrt, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_cbrt();
	test__ZGVbN4v_cbrtf();
	test__ZGVcN4v_cbrt();
	test__ZGVcN8v_cbrtf();
	test__ZGVdN4v_cbrt();
	test__ZGVdN8v_cbrtf();
	test__ZGVeN16v_cbrtf();
	test__ZGVeN8v_cbrt();
	return 0;
}
