#include "shimtest.h"

int main(void)
{
	static const char *const v[] = {"y", "Yes", "n", "NO", "", "maybe", "1", " y"};
	for (int i = 0; i < 8; i++) printf("%d\n", VIA(rpmatch)(v[i]));
	return 0;
}
