/* recipe: isfdtype
 * symbols: isfdtype
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX.1g draft isfdtype(); glibc sys/socket.h
 * scope: public
 */
#include <errno.h>
#include <sys/stat.h>

int isfdtype(int fd, int type)
{
	struct stat s;
	int saved = errno;
	if (fstat(fd, &s)) return -1;
	errno = saved;
	return (s.st_mode & S_IFMT) == (mode_t)type;
}
