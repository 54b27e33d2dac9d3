#define _LARGEFILE64_SOURCE
#include "shimtest.h"
#include <aio.h>
#include <fcntl.h>

int main(void)
{
	char b[8] = "";
	FILE *f = tmpfile();
	fputs("hello", f), fflush(f);
	struct aiocb64 c = {.aio_fildes = fileno(f), .aio_buf = b, .aio_nbytes = 5};
	const struct aiocb64 *wait[] = {&c};
	struct aiocb64 *list[] = {&c};
	printf("%d ", VIA(aio_read64)(&c));
	printf("%d ", VIA(aio_suspend64)(wait, 1, NULL));
	printf("%d ", VIA(aio_error64)(&c));
	printf("%zd %s\n", VIA(aio_return64)(&c), b);
	c.aio_offset = 5;
	printf("%d ", VIA(aio_write64)(&c));
	while (VIA(aio_error64)(&c) == EINPROGRESS) usleep(1000);
	printf("%zd %d\n", VIA(aio_return64)(&c), VIA(aio_cancel64)(c.aio_fildes, NULL));
	c.aio_lio_opcode = LIO_READ;
	printf("%d ", VIA(lio_listio64)(LIO_WAIT, list, 1, NULL));
	printf("%zd\n", VIA(aio_return64)(&c));
	printf("%d\n", VIA(aio_fsync64)(O_SYNC, &c));
	while (VIA(aio_error64)(&c) == EINPROGRESS) usleep(1000);
	return 0;
}
