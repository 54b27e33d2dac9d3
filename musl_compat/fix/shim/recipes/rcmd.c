/* recipe: rcmd
 * symbols: rcmd rcmd_af rexec rexec_af ruserok ruserok_af iruserok iruserok_af ruserpass rresvport rresvport_af
 *   __ivaliduser __check_rhosts_file __rcmd_errstr rexecoptions
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: remote shells are refused: rcmd, rexec and ruserok fail; rresvport binds a reserved port
 * spec: Linux man-pages rcmd(3), rexec(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_loud.h"
#include <errno.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

int __check_rhosts_file = 1;
char *__rcmd_errstr;
int rexecoptions;

static int refuse(void)
{
	errno = ENOSYS;
	return -1;
}

int rcmd_af(char **host, unsigned short port, const char *local, const char *remote, const char *line, int *fd, sa_family_t family)
{
	(void)host, (void)port, (void)local, (void)remote, (void)line, (void)fd, (void)family;
	MC_LOUD("the remote shell protocol is not there");
	return refuse();
}

int rcmd(char **host, unsigned short port, const char *local, const char *remote, const char *line, int *fd)
{
	return rcmd_af(host, port, local, remote, line, fd, AF_INET);
}

int rexec_af(char **host, int port, const char *user, const char *password, const char *line, int *fd, sa_family_t family)
{
	(void)host, (void)port, (void)user, (void)password, (void)line, (void)fd, (void)family;
	MC_LOUD("the remote execution protocol is not there");
	return refuse();
}

int rexec(char **host, int port, const char *user, const char *password, const char *line, int *fd)
{
	return rexec_af(host, port, user, password, line, fd, AF_INET);
}

/* Nobody is trusted: -1. */
int ruserok_af(const char *host, int superuser, const char *remote, const char *local, sa_family_t family)
{
	(void)host, (void)superuser, (void)remote, (void)local, (void)family;
	return -1;
}

int ruserok(const char *host, int superuser, const char *remote, const char *local)
{
	return ruserok_af(host, superuser, remote, local, AF_INET);
}

int iruserok_af(const void *address, int superuser, const char *remote, const char *local, sa_family_t family)
{
	(void)address, (void)superuser, (void)remote, (void)local, (void)family;
	return -1;
}

int iruserok(uint32_t address, int superuser, const char *remote, const char *local)
{
	return iruserok_af(&address, superuser, remote, local, AF_INET);
}

int __ivaliduser(FILE *hosts, uint32_t address, const char *local, const char *remote)
{
	(void)hosts, (void)address, (void)local, (void)remote;
	return -1;
}

int ruserpass(const char *host, const char **user, const char **password)
{
	(void)host, (void)user, (void)password;
	return 0;
}

int rresvport_af(int *port, sa_family_t family)
{
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
	} a = {.any.sa_family = family};
	if (family != AF_INET && family != AF_INET6) {
		errno = EAFNOSUPPORT;
		return -1;
	}
	int fd = socket(family, SOCK_STREAM, 0);
	if (fd < 0) return -1;
	if (*port < 512 || *port > 1023) *port = 1023;
	for (int first = *port;;) {
		a.v4.sin_port = htons((uint16_t)*port); /* at the same place in both */
		if (!bind(fd, &a.any, family == AF_INET ? sizeof a.v4 : sizeof a.v6)) return fd;
		if (errno != EADDRINUSE || (*port = *port == 512 ? 1023 : *port - 1) == first) break;
	}
	int error = errno;
	shutdown(fd, SHUT_RDWR);
	extern int close(int);
	close(fd);
	errno = error == EADDRINUSE ? EAGAIN : error;
	return -1;
}

int rresvport(int *port)
{
	return rresvport_af(port, AF_INET);
}
