/* recipe: sethostid
 * symbols: sethostid
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages sethostid(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

int sethostid(long id)
{
	int32_t value = (int32_t)id;
	int fd = open("/etc/hostid", O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0644);
	if (fd < 0) return -1;
	ssize_t n = write(fd, &value, sizeof value);
	return close(fd) || n != (ssize_t)sizeof value ? -1 : 0;
}
