#include "shimtest.h"
#include <sys/epoll.h>

int main(void)
{
	int p[2], e = epoll_create1(0);
	struct epoll_event in = {.events = EPOLLIN, .data.u32 = 77}, out[2];
	struct timespec now = {0, 1000};
	sigset_t none;
	sigemptyset(&none);
	if (pipe(p) || epoll_ctl(e, EPOLL_CTL_ADD, p[0], &in)) return 1;
	printf("%d\n", VIA(epoll_pwait2)(e, out, 2, &now, NULL));
	if (write(p[1], "x", 1) != 1) return 1;
	printf("%d ", VIA(epoll_pwait2)(e, out, 2, NULL, &none));
	printf("%u\n", out[0].data.u32);
	return 0;
}
