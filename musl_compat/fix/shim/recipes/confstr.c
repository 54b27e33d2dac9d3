/* recipe: confstr
 * symbols: confstr
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: gnu_get_libc_version
 * fidelity: equivalent
 * differs: the version is the one of gnu_get_libc_version; the flags for compilers' environments are musl's
 * spec: confstr(3): _CS_GNU_LIBC_VERSION and _CS_GNU_LIBPTHREAD_VERSION, which musl refuses; _CS_PATH
 * scope: private
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const char *gnu_get_libc_version(void);

enum { LIBC_VERSION = 2, LIBPTHREAD_VERSION = 3 };

static size_t give(char *to, size_t room, const char *text)
{
	size_t n = strlen(text) + 1;

	if (to && room) {
		size_t kept = n < room ? n : room;
		memcpy(to, text, kept);
		to[kept - 1] = '\0';
	}
	return n;
}

size_t __mc_confstr(int name, char *to, size_t room)
{
	char text[40];

	switch (name) {
	case _CS_PATH:
		return give(to, room, "/bin:/usr/bin");
	case LIBC_VERSION:
		snprintf(text, sizeof text, "glibc %s", gnu_get_libc_version());
		return give(to, room, text);
	case LIBPTHREAD_VERSION:
		snprintf(text, sizeof text, "NPTL %s", gnu_get_libc_version());
		return give(to, room, text);
	}
	return confstr(name, to, room);
}
