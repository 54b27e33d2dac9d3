#include "shimtest.h"
#include <netinet/in.h>

int main(void)
{
	struct in_addr any = {0}, group = {htonl(0xe0000105)}, list[2] = {{0}, {0}};
	struct sockaddr_un_ { sa_family_t family; } other = {AF_UNIX};
	struct sockaddr_storage s[2];
	uint32_t mode = 9, n = 2;
	errno = 0;
	printf("%d ", VIA(getipv4sourcefilter)(-1, any, group, &mode, &n, list));
	printf("%d\n", errno);
	errno = 0;
	printf("%d ", VIA(setipv4sourcefilter)(-1, any, group, MCAST_INCLUDE, 1, list));
	printf("%d\n", errno);
	errno = 0;
	printf("%d ", VIA(getsourcefilter)(-1, 0, (struct sockaddr *)&other, sizeof other, &mode, &n, s));
	printf("%d\n", errno);
	return 0;
}
