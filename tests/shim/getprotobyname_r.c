#include "shimtest.h"
#include <netdb.h>

int main(void)
{
	struct protoent p, *r;
	char b[1024];
	int there = access("/etc/protocols", R_OK) == 0;
	int error = VIA(getprotobyname_r)("tcp", &p, b, sizeof b, &r);
	if (there) printf("%d %s %d\n", error, r->p_name, r->p_proto);
	error = VIA(getprotobynumber_r)(17, &p, b, sizeof b, &r);
	if (there) printf("%d %s %d\n", error, r->p_name, r->p_proto);
	error = VIA(getprotobyname_r)("no-such-protocol", &p, b, sizeof b, &r);
	printf("%d\n", r == NULL);
	setprotoent(0);
	error = VIA(getprotoent_r)(&p, b, sizeof b, &r);
	if (there) printf("%d %s %d\n", error, r->p_name, r->p_proto);
	while (!VIA(getprotoent_r)(&p, b, sizeof b, &r)) {}
	printf("%d\n", r == NULL);
	return 0;
}
