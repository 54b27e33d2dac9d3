#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_asin, double, 2, -0.75, 0.0625)
VECTOR_TEST1("sse2", _ZGVbN4v_asinf, float, 4, -0.75, 0.0625)
VECTOR_TEST1("avx", _ZGVcN4v_asin, double, 4, -0.75, 0.0625)
VECTOR_TEST1("avx", _ZGVcN8v_asinf, float, 8, -0.75, 0.0625)
VECTOR_TEST1("avx2", _ZGVdN4v_asin, double, 4, -0.75, 0.0625)
VECTOR_TEST1("avx2", _ZGVdN8v_asinf, float, 8, -0.75, 0.0625)
VECTOR_TEST1("avx512f", _ZGVeN16v_asinf, float, 16, -0.75, 0.0625)
VECTOR_TEST1("avx512f", _ZGVeN8v_asin, double, 8, -0.75, 0.0625)

int main(void)
{
	test__ZGVbN2v_asin();
	test__ZGVbN4v_asinf();
	test__ZGVcN4v_asin();
	test__ZGVcN8v_asinf();
	test__ZGVdN4v_asin();
	test__ZGVdN8v_asinf();
	test__ZGVeN16v_asinf();
	test__ZGVeN8v_asin();
	return 0;
}
