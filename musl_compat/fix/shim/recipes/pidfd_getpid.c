/* recipe: pidfd_getpid
 * symbols: pidfd_getpid
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pidfd_getpid(3)
 * scope: public
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

pid_t pidfd_getpid(int fd)
{
	char path[40], line[80];
	int pid = 0, found = 0;
	if (fd < 0) {
		errno = EBADF;
		return -1;
	}
	snprintf(path, sizeof path, "/proc/self/fdinfo/%d", fd);
	FILE *f = fopen(path, "re");
	if (!f) {
		errno = errno == ENOENT ? EBADF : errno;
		return -1;
	}
	while (!found && fgets(line, sizeof line, f)) found = sscanf(line, "Pid: %d", &pid) == 1;
	fclose(f);
	if (found && pid > 0) return pid;
	/* 0: of another pid namespace; -1: the process has ended */
	errno = !found ? EBADF : pid ? ESRCH : EREMOTE;
	return -1;
}
