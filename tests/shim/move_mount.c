#include "shimtest.h"

extern int move_mount(int from, const char *from_path, int to, const char *to_path, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(move_mount)(-1, "", -1, "", 0));
	printf("%d\n", errno);
	return 0;
}
