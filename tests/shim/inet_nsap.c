#include "shimtest.h"

extern unsigned inet_nsap_addr(const char *, unsigned char *, int);
extern char *inet_nsap_ntoa(int, const unsigned char *, char *);

int main(void)
{
	unsigned char b[20] = {0};
	char text[800];
	printf("%u\n", VIA(inet_nsap_addr)("47.0005.80.005a00", b, 20));
	hex("b", b, 8);
	printf("%u %u\n", VIA(inet_nsap_addr)("0x47", b, 20), VIA(inet_nsap_addr)("4g", b, 20));
	puts(VIA(inet_nsap_ntoa)(7, b, text));
	puts(VIA(inet_nsap_ntoa)(2, b, NULL));
	return 0;
}
