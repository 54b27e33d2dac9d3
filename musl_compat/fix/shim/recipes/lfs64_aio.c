/* recipe: lfs64_aio
 * symbols: aio_read64 aio_write64 aio_error64 aio_return64 aio_cancel64 aio_fsync64 aio_suspend64 lio_listio64
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.4 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Large File Summit 1.5 transitional interfaces; musl: off_t has 64 bits everywhere
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"
#include <aio.h>
#include <signal.h>

/* Macros of older headers. */
#undef aio_read64
#undef aio_write64
#undef aio_error64
#undef aio_return64
#undef aio_cancel64
#undef aio_fsync64
#undef aio_suspend64
#undef lio_listio64

MC_OLD(aio_suspend);

int aio_read64(struct aiocb *c)
{
	return aio_read(c);
}

int aio_write64(struct aiocb *c)
{
	return aio_write(c);
}

int aio_error64(const struct aiocb *c)
{
	return aio_error(c);
}

ssize_t aio_return64(struct aiocb *c)
{
	return aio_return(c);
}

int aio_cancel64(int fd, struct aiocb *c)
{
	return aio_cancel(fd, c);
}

int aio_fsync64(int op, struct aiocb *c)
{
	return aio_fsync(op, c);
}

int aio_suspend64(const struct aiocb *const list[], int n, const struct timespec *timeout)
{
	return mc_old_aio_suspend(list, n, timeout);
}

int lio_listio64(int mode, struct aiocb *restrict const *restrict list, int n, struct sigevent *restrict event)
{
	return lio_listio(mode, list, n, event);
}
