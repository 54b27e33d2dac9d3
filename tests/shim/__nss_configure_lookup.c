#include "shimtest.h"
#include <nss.h>

int main(void)
{
	printf("%d\n", VIA(__nss_configure_lookup)("hosts", "files"));
	return 0;
}
