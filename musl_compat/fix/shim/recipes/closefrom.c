/* recipe: closefrom
 * symbols: closefrom
 * kind: implementation
 * glibc: GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc manual "Opening and Closing Files", closefrom; FreeBSD closefrom(2)
 * scope: public
 */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

/* One pass over /proc/self/fd; returns how many were closed, or -1 when there is no /proc. */
static int close_listed(int low)
{
	DIR *dir = opendir("/proc/self/fd");
	int closed = 0;
	if (!dir) return -1;
	for (struct dirent *e; (e = readdir(dir));) {
		int fd = atoi(e->d_name);
		if (e->d_name[0] == '.' || fd < low || fd == dirfd(dir)) continue;
		close(fd);
		closed++;
	}
	closedir(dir);
	return closed;
}

void closefrom(int low)
{
	int closed;
	if (low < 0) low = 0;
	if (!syscall(SYS_close_range, low, UINT_MAX, 0)) return;
	/* closing entries under a directory stream may hide others: again until a pass finds none */
	while ((closed = close_listed(low)) > 0) {}
	if (closed == 0) return;
	long max = sysconf(_SC_OPEN_MAX);
	for (int fd = low; fd < max; fd++) close(fd);
}
