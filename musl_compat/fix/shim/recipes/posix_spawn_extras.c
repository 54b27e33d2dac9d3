/* recipe: posix_spawn_extras
 * symbols: posix_spawn_file_actions_addclosefrom_np posix_spawn_file_actions_addtcsetpgrp_np
 * kind: implementation
 * glibc: GLIBC_2.34 GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: addtcsetpgrp_np opens the terminal by its name, so that the descriptor must be of a terminal with
 *   one
 * spec: Linux man-pages posix_spawn(3); glibc 2.34 and 2.35 release notes
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>
#include "include/mc_loud.h"

/* musl runs only the actions that it knows. Closing from a number on is closing each up to the limit: descriptors that are not
 * open make a close action fail in silence, as musl's child ignores EBADF of close.
 */
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int low)
{
	if (low < 0) return EBADF;
	long max = sysconf(_SC_OPEN_MAX);
	int top = max > 4096 ? 4096 : (int)max, error = 0;
	for (int fd = low; fd < top && !error; fd++) error = posix_spawn_file_actions_addclose(actions, fd);
	return error;
}

int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *actions, int fd)
{
	(void)actions;
	if (fd < 0) return EBADF;
	MC_LOUD("the terminal's foreground process group is not set");
	return ENOSYS;
}
