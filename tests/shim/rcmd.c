#include "shimtest.h"
#include <netdb.h>
#include <sys/socket.h>

int main(void)
{
	int port = 1000;
	printf("%d\n", VIA(ruserok)("host.invalid", 0, "joe", "no-such-user"));
	errno = 0;
	printf("%d ", VIA(rresvport_af)(&port, AF_UNIX));
	printf("%d\n", errno);
	return 0;
}
