#include "shimtest.h"
#include <poll.h>

extern int __poll_chk(struct pollfd *, nfds_t, int, size_t);
extern int __ppoll_chk(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *, size_t);

int main(void)
{
	int p[2];
	if (pipe(p) || write(p[1], "x", 1) != 1) return 1;
	struct pollfd f[2] = {{p[0], POLLIN, 0}, {p[1], POLLOUT, 0}};
	struct timespec now = {0, 0};
	printf("%d %d %d\n", VIA(__poll_chk)(f, 2, 0, sizeof f), f[0].revents, f[1].revents);
	printf("%d\n", VIA(__ppoll_chk)(f, 2, &now, NULL, sizeof f));
	ABORTS("overflow", VIA(__poll_chk)(f, 2, 0, sizeof f - 1));
	ABORTS("overflow", VIA(__ppoll_chk)(f, 3, &now, NULL, sizeof f));
	return 0;
}
