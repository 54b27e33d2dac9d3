#include "shimtest.h"
static char room[16384];
int main(void)
{
	static const size_t sizes[] = {100, 2047, 2048, 3000, 8192, 16384};
	static const int flags[] = {0, SS_DISABLE, SS_ONSTACK, 99};
	for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (unsigned k = 0; k < sizeof flags / sizeof *flags; k++) {
			stack_t s = {.ss_sp = room, .ss_size = sizes[i], .ss_flags = flags[k]}, old;
			errno = 0;
			int r = VIA(sigaltstack)(&s, 0);
			printf("%zu %d: %d %d", sizes[i], flags[k], r, errno);
			r = VIA(sigaltstack)(0, &old);
			printf(" %d %d %zu\n", r, old.ss_flags, old.ss_flags & SS_DISABLE ? 0 : old.ss_size);
		}
}
