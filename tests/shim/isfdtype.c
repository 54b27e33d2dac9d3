#include "shimtest.h"
#include <sys/socket.h>
#include <sys/stat.h>

int main(void)
{
	int s = socket(AF_UNIX, SOCK_STREAM, 0);
	printf("%d %d %d\n", VIA(isfdtype)(s, S_IFSOCK), VIA(isfdtype)(s, S_IFREG), VIA(isfdtype)(-1, S_IFSOCK));
	return 0;
}
