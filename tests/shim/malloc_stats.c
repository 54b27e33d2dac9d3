#include "shimtest.h"
#include <malloc.h>

int main(void)
{
	char text[8192] = "";
	FILE *f = fmemopen(text, sizeof text, "w");
	if (!freopen("/dev/null", "w", stderr)) return 1;
	VIA(malloc_stats)();
	int good = VIA(malloc_info)(0, f), bad = VIA(malloc_info)(1, f);
	fclose(f);
	printf("%d %d %.19s\n", good, bad != 0, text);
	printf("%d\n", strstr(text, "</malloc>") != NULL);
	return 0;
}
