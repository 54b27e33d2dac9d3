#include "shimtest.h"
#include <fcntl.h>

extern int __mq_open_2(const char *, int);

int main(void)
{
	errno = 0;
	printf("%d %d\n", VIA(__mq_open_2)("/no-queue-of-this-name", O_RDONLY), errno);
	ABORTS("O_CREAT", VIA(__mq_open_2)("/q", O_RDWR | O_CREAT));
	return 0;
}
