#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_tan, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_tanf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_tan, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_tanf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_tan, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_tanf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_tanf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_tan, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_tan();
	test__ZGVbN4v_tanf();
	test__ZGVcN4v_tan();
	test__ZGVcN8v_tanf();
	test__ZGVdN4v_tan();
	test__ZGVdN8v_tanf();
	test__ZGVeN16v_tanf();
	test__ZGVeN8v_tan();
	return 0;
}
