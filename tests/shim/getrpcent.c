#include "shimtest.h"
#include <rpc/netdb.h>

int main(void)
{
	struct rpcent e, *r;
	char b[1024];
	VIA(setrpcent)(0);
	for (int i = 0; i < 4 && (r = VIA(getrpcent)()); i++) printf("%s %d %s\n", r->r_name, r->r_number, r->r_aliases[0] ? r->r_aliases[0] : "-");
	VIA(endrpcent)();
	if (!VIA(getrpcent_r)(&e, b, sizeof b, &r)) printf("%s\n", r->r_name);
	r = VIA(getrpcbyname)("nfs");
	printf("%d\n", r ? r->r_number : -1);
	r = VIA(getrpcbynumber)(100000);
	printf("%s\n", r ? r->r_name : "none");
	printf("%d ", VIA(getrpcbyname_r)("no-such-program", &e, b, sizeof b, &r));
	printf("%d\n", r == NULL);
	printf("%d ", VIA(getrpcbynumber_r)(-7, &e, b, sizeof b, &r));
	printf("%d\n", r == NULL);
	return 0;
}
