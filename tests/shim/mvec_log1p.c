#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_log1p, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_log1pf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_log1p, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_log1pf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_log1p, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_log1pf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_log1pf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_log1p, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_log1p();
	test__ZGVbN4v_log1pf();
	test__ZGVcN4v_log1p();
	test__ZGVcN8v_log1pf();
	test__ZGVdN4v_log1p();
	test__ZGVdN8v_log1pf();
	test__ZGVeN16v_log1pf();
	test__ZGVeN8v_log1p();
	return 0;
}
