#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_erfc, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_erfcf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_erfc, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_erfcf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_erfc, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_erfcf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_erfcf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_erfc, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_erfc();
	test__ZGVbN4v_erfcf();
	test__ZGVcN4v_erfc();
	test__ZGVcN8v_erfcf();
	test__ZGVdN4v_erfc();
	test__ZGVdN8v_erfcf();
	test__ZGVeN16v_erfcf();
	test__ZGVeN8v_erfc();
	return 0;
}
