#include "shimtest.h"
#include <fcntl.h>

int main(void)
{
	errno = 0;
	printf("%d ", VIA(renameat2)(AT_FDCWD, "/nonexistent/a", AT_FDCWD, "/nonexistent/b", RENAME_NOREPLACE));
	printf("%d\n", errno);
	return 0;
}
