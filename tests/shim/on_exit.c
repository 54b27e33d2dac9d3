#include "shimtest.h"

static void last(int status, void *text)
{
	printf("%d %s\n", status, (const char *)text);
}

int main(void)
{
	printf("%d\n", VIA(on_exit)(last, "first registered"));
	printf("%d\n", VIA(on_exit)(last, "second registered"));
	exit(0);
}
