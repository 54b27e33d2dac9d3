#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_acosh, double, 2, 1.25, 0.5)
VECTOR_TEST1("sse2", _ZGVbN4v_acoshf, float, 4, 1.25, 0.5)
VECTOR_TEST1("avx", _ZGVcN4v_acosh, double, 4, 1.25, 0.5)
VECTOR_TEST1("avx", _ZGVcN8v_acoshf, float, 8, 1.25, 0.5)
VECTOR_TEST1("avx2", _ZGVdN4v_acosh, double, 4, 1.25, 0.5)
VECTOR_TEST1("avx2", _ZGVdN8v_acoshf, float, 8, 1.25, 0.5)
VECTOR_TEST1("avx512f", _ZGVeN16v_acoshf, float, 16, 1.25, 0.5)
VECTOR_TEST1("avx512f", _ZGVeN8v_acosh, double, 8, 1.25, 0.5)

int main(void)
{
	test__ZGVbN2v_acosh();
	test__ZGVbN4v_acoshf();
	test__ZGVcN4v_acosh();
	test__ZGVcN8v_acoshf();
	test__ZGVdN4v_acosh();
	test__ZGVdN8v_acoshf();
	test__ZGVeN16v_acoshf();
	test__ZGVeN8v_acosh();
	return 0;
}
