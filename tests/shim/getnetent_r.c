#include "shimtest.h"
#include <netdb.h>
#include <sys/socket.h>

int main(void)
{
	struct netent e, *r = &e;
	char b[1024];
	int why = 0;
	printf("%d ", VIA(getnetbyname_r)("no-such-network", &e, b, sizeof b, &r, &why));
	printf("%d\n", r == NULL);
	printf("%d ", VIA(getnetbyaddr_r)(0x01020304, AF_INET, &e, b, sizeof b, &r, &why));
	printf("%d\n", r == NULL);
	for (int i = 0; i < 3 && !VIA(getnetent_r)(&e, b, sizeof b, &r, &why); i++) printf("%s %x\n", r->n_name, r->n_net);
	return 0;
}
