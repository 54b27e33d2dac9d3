#include "shimtest.h"
#include <fcntl.h>
#include <spawn.h>

extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
extern int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *, int);
extern char **environ;

int main(void)
{
	posix_spawn_file_actions_t a;
	pid_t pid;
	int status = -1;
	if (dup2(1, 90) < 0 || dup2(1, 91) < 0) return 1;
	fflush(stdout);
	posix_spawn_file_actions_init(&a);
	printf("%d %d\n", VIA(posix_spawn_file_actions_addclosefrom_np)(&a, 80), VIA(posix_spawn_file_actions_addclosefrom_np)(&a, -1));
	printf("%d\n", VIA(posix_spawn_file_actions_addtcsetpgrp_np)(&a, -1));
	char *argv[] = {"sh", "-c", "test ! -e /proc/self/fd/90 && test ! -e /proc/self/fd/91", NULL};
	printf("%d ", posix_spawn(&pid, "/bin/sh", &a, NULL, argv, environ));
	waitpid(pid, &status, 0);
	printf("%d\n", status);
	return 0;
}
