#include "shimtest.h"
#include <netdb.h>

int main(void)
{
	char *host, *user, *domain;
	printf("%d\n", VIA(innetgr)("no-such-group", "host", "user", "domain"));
	VIA(setnetgrent)("no-such-group");
	printf("%d\n", VIA(getnetgrent)(&host, &user, &domain));
	VIA(endnetgrent)();
	return 0;
}
