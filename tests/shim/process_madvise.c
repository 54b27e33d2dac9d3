#include "shimtest.h"

extern ssize_t process_madvise(int pidfd, const void *vec, size_t n, int advice, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", (int)VIA(process_madvise)(-1, NULL, 0, 0, 0));
	printf("%d\n", errno);
	return 0;
}
