#include "shimtest.h"
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
int main(void)
{
	static const int flags[] = {0, AI_IDN, AI_CANONIDN, AI_IDN | AI_PASSIVE | 0x300, AI_NUMERICHOST, 0x10000};
	for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++) {
		struct addrinfo hints = {.ai_flags = flags[i] | AI_NUMERICHOST, .ai_socktype = SOCK_STREAM, .ai_family = AF_INET}, *found = 0;
		int r = VIA(getaddrinfo)("127.0.0.5", "80", &hints, &found);
		printf("%x: %d", flags[i], r);
		if (!r) {
			struct sockaddr_in *in = (struct sockaddr_in *)found->ai_addr;
			printf(" %s %d", inet_ntoa(in->sin_addr), ntohs(in->sin_port));
			freeaddrinfo(found);
		}
		puts("");
	}
	struct addrinfo *found = 0;
	printf("%d\n", VIA(getaddrinfo)("127.0.0.1", 0, 0, &found));
	freeaddrinfo(found);
}
