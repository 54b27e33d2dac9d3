/* recipe: asserts
 * symbols: __assert __assert_perror_fail
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the wording of the message
 * spec: LSB 5.0 __assert_fail; glibc assert.h
 * scope: public
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void __assert(const char *expression, const char *file, int line)
{
	fprintf(stderr, "%s:%d: Assertion `%s' failed.\n", file, line, expression);
	abort();
}

_Noreturn void __assert_perror_fail(int code, const char *file, unsigned line, const char *function)
{
	fprintf(stderr, "%s:%u: %s: Unexpected error: %s.\n", file, line, function ? function : "", strerror(code));
	abort();
}
