#include "shimtest.h"
#include <sys/uio.h>

int main(void)
{
	int fd = fileno(tmpfile());
	char a[4] = "abc", b[4] = "";
	struct iovec out = {a, 3}, in = {b, 3};
	printf("%zd %zd\n", VIA(pwritev64v2)(fd, &out, 1, 2, 0), VIA(pwritev2)(fd, &out, 1, -1, RWF_DSYNC));
	printf("%zd ", VIA(preadv64v2)(fd, &in, 1, 0, RWF_HIPRI) > 0 ? 3 : VIA(preadv64v2)(fd, &in, 1, 0, 0));
	printf("%s\n", b);
	printf("%zd %.2s\n", VIA(preadv2)(fd, &in, 1, -1, 0), b);
	errno = 0;
	printf("%zd ", VIA(preadv64v2)(fd, &in, 1, 0, 1 << 30));
	printf("%d\n", errno);
	return 0;
}
