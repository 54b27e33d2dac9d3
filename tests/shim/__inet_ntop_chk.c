#include "shimtest.h"
#include <arpa/inet.h>

extern const char *__inet_ntop_chk(int af, const void *a, char *b, socklen_t n, size_t room);

int main(void)
{
	char b[64] = ""; struct in_addr a = {htonl(0x01020304)};
	printf("%s\n", VIA(__inet_ntop_chk)(AF_INET, &a, b, 64, 64));
	ABORTS("overflow", VIA(__inet_ntop_chk)(AF_INET, &a, b, 65, 64));
	return 0;
}
