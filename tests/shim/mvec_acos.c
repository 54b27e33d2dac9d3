#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_acos, double, 2, -0.75, 0.0625)
VECTOR_TEST1("sse2", _ZGVbN4v_acosf, float, 4, -0.75, 0.0625)
VECTOR_TEST1("avx", _ZGVcN4v_acos, double, 4, -0.75, 0.0625)
VECTOR_TEST1("avx", _ZGVcN8v_acosf, float, 8, -0.75, 0.0625)
VECTOR_TEST1("avx2", _ZGVdN4v_acos, double, 4, -0.75, 0.0625)
VECTOR_TEST1("avx2", _ZGVdN8v_acosf, float, 8, -0.75, 0.0625)
VECTOR_TEST1("avx512f", _ZGVeN16v_acosf, float, 16, -0.75, 0.0625)
VECTOR_TEST1("avx512f", _ZGVeN8v_acos, double, 8, -0.75, 0.0625)

int main(void)
{
	test__ZGVbN2v_acos();
	test__ZGVbN4v_acosf();
	test__ZGVcN4v_acos();
	test__ZGVcN8v_acosf();
	test__ZGVdN4v_acos();
	test__ZGVdN8v_acosf();
	test__ZGVeN16v_acosf();
	test__ZGVeN8v_acos();
	return 0;
}
