#include "shimtest.h"

extern long long __strtoq_internal(const char *, char **, int, int);
extern unsigned long long __strtouq_internal(const char *, char **, int, int);

int main(void)
{
	char *end;
	printf("%lld ", VIA(__strtoq_internal)("-123456789012345x", &end, 10, 0));
	printf("%s\n", end);
	printf("%llu ", VIA(__strtouq_internal)("ffffffffffffffff y", &end, 16, 0));
	printf("%s\n", end);
	return 0;
}
