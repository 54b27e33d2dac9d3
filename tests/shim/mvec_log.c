#include "shimvector.h"

VECTOR_TEST1("sse2", _ZGVbN2v_log, double, 2, 0.25, 0.75)
VECTOR_TEST1("sse2", _ZGVbN4v_logf, float, 4, 0.25, 0.75)
VECTOR_TEST1("avx", _ZGVcN4v_log, double, 4, 0.25, 0.75)
VECTOR_TEST1("avx", _ZGVcN8v_logf, float, 8, 0.25, 0.75)
VECTOR_TEST1("avx2", _ZGVdN4v_log, double, 4, 0.25, 0.75)
VECTOR_TEST1("avx2", _ZGVdN8v_logf, float, 8, 0.25, 0.75)
VECTOR_TEST1("avx512f", _ZGVeN16v_logf, float, 16, 0.25, 0.75)
VECTOR_TEST1("avx512f", _ZGVeN8v_log, double, 8, 0.25, 0.75)

int main(void)
{
	test__ZGVbN2v_log();
	test__ZGVbN4v_logf();
	test__ZGVcN4v_log();
	test__ZGVcN8v_logf();
	test__ZGVdN4v_log();
	test__ZGVdN8v_logf();
	test__ZGVeN16v_logf();
	test__ZGVeN8v_log();
	return 0;
}
