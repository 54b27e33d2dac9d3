#include "shimtest.h"
#include <sys/socket.h>

extern int __inet_pton_chk(int, const char *, void *, size_t);

int main(void)
{
	unsigned char a[16] = {0};
	printf("%d\n", VIA(__inet_pton_chk)(AF_INET, "1.2.3.4", a, 4));
	hex("a", a, 4);
	printf("%d\n", VIA(__inet_pton_chk)(AF_INET6, "::1", a, 16));
	hex("a", a, 16);
	printf("%d\n", VIA(__inet_pton_chk)(AF_INET, "1.2.3", a, 4));
	ABORTS("overflow", VIA(__inet_pton_chk)(AF_INET, "1.2.3.4", a, 3));
	ABORTS("overflow", VIA(__inet_pton_chk)(AF_INET6, "::1", a, 15));
	return 0;
}
