#include "shimtest.h"
#include <netdb.h>

int main(void)
{
	struct servent s, *r;
	char b[1024];
	for (int i = 0; i < 5 && !VIA(getservent_r)(&s, b, sizeof b, &r); i++)
		printf("%s %d %s %s\n", r->s_name, r->s_port, r->s_proto, r->s_aliases[0] ? r->s_aliases[0] : "-");
	return 0;
}
