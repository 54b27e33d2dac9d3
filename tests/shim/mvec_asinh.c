#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_asinh, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_asinhf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_asinh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_asinhf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_asinh, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_asinhf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_asinhf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_asinh, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_asinh();
	test__ZGVbN4v_asinhf();
	test__ZGVcN4v_asinh();
	test__ZGVcN8v_asinhf();
	test__ZGVdN4v_asinh();
	test__ZGVdN8v_asinhf();
	test__ZGVeN16v_asinhf();
	test__ZGVeN8v_asinh();
	return 0;
}
