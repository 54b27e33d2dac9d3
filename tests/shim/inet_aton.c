#include "shimtest.h"
#include <arpa/inet.h>
int main(void)
{
	static const char *const texts[] = {"1.2.3.4", "1.2.3.4 x", "1.2.3.4\n", " 1.2.3.4", "", " ", "127.1", "0x7f.1 rest", "1.2.3.4x", "256.1.1.1", "1.2.3.4.5", "4294967295",
		"4294967296", "010.1", "1..2", "0000000000000000000000000000000000000000000000000000000000000000000000001.2.3.4"};
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct in_addr a = {0};
		int r = VIA(inet_aton)(texts[i], &a);
		printf("[%s] %d %x %x\n", texts[i], r, r ? a.s_addr : 0, VIA(inet_addr)(texts[i]));
	}
}
