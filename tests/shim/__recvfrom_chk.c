#include "shimtest.h"
#include <sys/socket.h>

extern ssize_t __recvfrom_chk(int fd, void *b, size_t n, size_t room, int flags, struct sockaddr *from, socklen_t *len);

int main(void)
{
	char b[8] = ""; int p[2]; if (socketpair(AF_UNIX, SOCK_STREAM, 0, p) || write(p[1], "hello", 5) != 5) return 1;
	printf("%zd %s\n", VIA(__recvfrom_chk)(p[0], b, 7, 8, 0, NULL, NULL), b);
	ABORTS("overflow", VIA(__recvfrom_chk)(p[0], b, 9, 8, 0, NULL, NULL));
	return 0;
}
