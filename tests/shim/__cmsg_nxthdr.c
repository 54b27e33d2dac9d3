#include "shimtest.h"
#include <sys/socket.h>

extern struct cmsghdr *__cmsg_nxthdr(struct msghdr *, struct cmsghdr *);

int main(void)
{
	char space[3 * CMSG_SPACE(5)] __attribute__((aligned(16))) = {0};
	struct msghdr m = {.msg_control = space, .msg_controllen = sizeof space};
	struct cmsghdr *h = CMSG_FIRSTHDR(&m);
	for (int i = 0; i < 3; i++) {
		h->cmsg_len = CMSG_LEN(5);
		struct cmsghdr *n = VIA(__cmsg_nxthdr)(&m, h);
		printf("%d\n", n ? (int)((char *)n - (char *)h) : -1);
		if (!n) break;
		n->cmsg_len = CMSG_LEN(i == 1 ? 50 : 5);
		h = n;
	}
	h = CMSG_FIRSTHDR(&m);
	h->cmsg_len = 1;
	printf("%d\n", VIA(__cmsg_nxthdr)(&m, h) == NULL);
	return 0;
}
