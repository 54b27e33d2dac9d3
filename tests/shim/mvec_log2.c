#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_log2, double, 2, 0.25, 0.75)
VECTOR_TEST1("sse2", _ZGVbN4v_log2f, float, 4, 0.25, 0.75)
VECTOR_TEST1("avx", _ZGVcN4v_log2, double, 4, 0.25, 0.75)
VECTOR_TEST1("avx", _ZGVcN8v_log2f, float, 8, 0.25, 0.75)
VECTOR_TEST1("avx2", _ZGVdN4v_log2, double, 4, 0.25, 0.75)
VECTOR_TEST1("avx2", _ZGVdN8v_log2f, float, 8, 0.25, 0.75)
VECTOR_TEST1("avx512f", _ZGVeN16v_log2f, float, 16, 0.25, 0.75)
VECTOR_TEST1("avx512f", _ZGVeN8v_log2, double, 8, 0.25, 0.75)

int main(void)
{
	test__ZGVbN2v_log2();
	test__ZGVbN4v_log2f();
	test__ZGVcN4v_log2();
	test__ZGVcN8v_log2f();
	test__ZGVdN4v_log2();
	test__ZGVdN8v_log2f();
	test__ZGVeN16v_log2f();
	test__ZGVeN8v_log2();
	return 0;
}
