/* recipe: pidfd_spawn
 * symbols: pidfd_spawn pidfd_spawnp
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: a cgroup set in the attributes is not entered
 * spec: Linux man-pages pidfd_spawn(3); glibc 2.39 release notes
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif

/* The child is ours and not waited for: its number cannot be another process's. */
static int fd_of(pid_t pid, int *fd)
{
	*fd = (int)syscall(SYS_pidfd_open, pid, 0);
	if (*fd >= 0) return 0;
	int error = errno;
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	return error;
}

int pidfd_spawn(int *restrict fd, const char *restrict path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *restrict attr, char *const *restrict argv, char *const *restrict envp)
{
	pid_t pid;
	int error = posix_spawn(&pid, path, actions, attr, argv, envp);
	return error ? error : fd_of(pid, fd);
}

int pidfd_spawnp(int *restrict fd, const char *restrict file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *restrict attr, char *const *restrict argv, char *const *restrict envp)
{
	pid_t pid;
	int error = posix_spawnp(&pid, file, actions, attr, argv, envp);
	return error ? error : fd_of(pid, fd);
}
