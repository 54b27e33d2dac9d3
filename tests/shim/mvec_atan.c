#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_atan, double, 2, -0.75, 0.1875)
VECTOR_TEST1("sse2", _ZGVbN4v_atanf, float, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN4v_atan, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx", _ZGVcN8v_atanf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN4v_atan, double, 4, -0.75, 0.1875)
VECTOR_TEST1("avx2", _ZGVdN8v_atanf, float, 8, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN16v_atanf, float, 16, -0.75, 0.1875)
VECTOR_TEST1("avx512f", _ZGVeN8v_atan, double, 8, -0.75, 0.1875)

int main(void)
{
	test__ZGVbN2v_atan();
	test__ZGVbN4v_atanf();
	test__ZGVcN4v_atan();
	test__ZGVcN8v_atanf();
	test__ZGVdN4v_atan();
	test__ZGVdN8v_atanf();
	test__ZGVeN16v_atanf();
	test__ZGVeN8v_atan();
	return 0;
}
