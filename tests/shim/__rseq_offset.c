#include "shimtest.h"

extern const ptrdiff_t __rseq_offset;
extern const unsigned __rseq_size, __rseq_flags;

int main(void)
{
	/* under glibc the kernel may have refused the registration */
	printf("%u %d\n", __rseq_flags, __rseq_size == 0 || __rseq_offset != 0);
	return 0;
}
