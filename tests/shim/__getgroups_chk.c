#include "shimtest.h"

extern int __getgroups_chk(int, gid_t *, size_t);

int main(void)
{
	static gid_t list[65536];
	int n = getgroups(0, NULL);
	printf("%d\n", VIA(__getgroups_chk)(65536, list, sizeof list) == n);
	errno = 0;
	printf("%d %d\n", VIA(__getgroups_chk)(-1, list, sizeof list), errno);
	ABORTS("overflow", VIA(__getgroups_chk)(5, list, 19));
	return 0;
}
