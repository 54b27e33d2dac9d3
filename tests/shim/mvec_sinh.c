#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_sinh, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_sinhf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_sinh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_sinhf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_sinh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_sinhf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_sinhf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_sinh, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_sinh();
	test__ZGVbN4v_sinhf();
	test__ZGVcN4v_sinh();
	test__ZGVcN8v_sinhf();
	test__ZGVdN4v_sinh();
	test__ZGVdN8v_sinhf();
	test__ZGVeN16v_sinhf();
	test__ZGVeN8v_sinh();
	return 0;
}
