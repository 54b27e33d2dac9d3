#include "shimtest.h"

int main(void)
{
	gid_t list[1000];
	int n = getgroups(1000, list);
	printf("%d %d\n", n > 0 ? VIA(group_member)(list[n - 1]) : 1, VIA(group_member)(987654321));
	return 0;
}
