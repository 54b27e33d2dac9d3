#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_atanh, double, 2, -0.75, 0.0625)
VECTOR_TEST1("sse2", _ZGVbN4v_atanhf, float, 4, -0.75, 0.0625)
VECTOR_TEST1("avx", _ZGVcN4v_atanh, double, 4, -0.75, 0.0625)
VECTOR_TEST1("avx", _ZGVcN8v_atanhf, float, 8, -0.75, 0.0625)
VECTOR_TEST1("avx2", _ZGVdN4v_atanh, double, 4, -0.75, 0.0625)
VECTOR_TEST1("avx2", _ZGVdN8v_atanhf, float, 8, -0.75, 0.0625)
VECTOR_TEST1("avx512f", _ZGVeN16v_atanhf, float, 16, -0.75, 0.0625)
VECTOR_TEST1("avx512f", _ZGVeN8v_atanh, double, 8, -0.75, 0.0625)

int main(void)
{
	test__ZGVbN2v_atanh();
	test__ZGVbN4v_atanhf();
	test__ZGVcN4v_atanh();
	test__ZGVcN8v_atanhf();
	test__ZGVdN4v_atanh();
	test__ZGVdN8v_atanhf();
	test__ZGVeN16v_atanhf();
	test__ZGVeN8v_atanh();
	return 0;
}
