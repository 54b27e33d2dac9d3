#include "shimtest.h"
#include <netdb.h>

int main(void)
{
	struct hostent h, *r = &h;
	char b[8192];
	int why = 0, n = 0;
	sethostent(0);
	while (n++ < 100000 && !VIA(gethostent_r)(&h, b, sizeof b, &r, &why)) {}
	printf("%d\n", r == NULL);
	return 0;
}
