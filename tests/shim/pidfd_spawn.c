#include "shimtest.h"
#include <spawn.h>

extern int pidfd_spawn(int *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const *, char *const *);
extern int pidfd_spawnp(int *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const *, char *const *);
extern char **environ;

int main(void)
{
	int fd = -1;
	siginfo_t info = {0};
	char *argv[] = {"sh", "-c", "exit 5", NULL};
	printf("%d ", VIA(pidfd_spawn)(&fd, "/bin/sh", NULL, NULL, argv, environ));
	printf("%d ", waitid(3, (id_t)fd, &info, WEXITED));
	printf("%d\n", info.si_status);
	printf("%d ", VIA(pidfd_spawnp)(&fd, "sh", NULL, NULL, argv, environ));
	printf("%d ", waitid(3, (id_t)fd, &info, WEXITED));
	printf("%d\n", info.si_status);
	printf("%d\n", VIA(pidfd_spawn)(&fd, "/nonexistent", NULL, NULL, argv, environ));
	return 0;
}
