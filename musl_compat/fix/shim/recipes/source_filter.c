/* recipe: source_filter
 * symbols: getsourcefilter setsourcefilter getipv4sourcefilter setipv4sourcefilter
 * kind: implementation
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: RFC 3678 4.2, 5.2
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int getipv4sourcefilter(int fd, struct in_addr interface, struct in_addr group, uint32_t *mode, uint32_t *n, struct in_addr *list)
{
	socklen_t size = IP_MSFILTER_SIZE(*n);
	struct ip_msfilter *f = malloc(size);
	if (!f) return -1;
	memset(f, 0, size);
	f->imsf_multiaddr = group;
	f->imsf_interface = interface;
	f->imsf_numsrc = *n;
	int result = getsockopt(fd, IPPROTO_IP, IP_MSFILTER, f, &size);
	if (!result) {
		*mode = f->imsf_fmode;
		memcpy(list, f->imsf_slist, (*n < f->imsf_numsrc ? *n : f->imsf_numsrc) * sizeof *list);
		*n = f->imsf_numsrc;
	}
	free(f);
	return result;
}

int setipv4sourcefilter(int fd, struct in_addr interface, struct in_addr group, uint32_t mode, uint32_t n, const struct in_addr *list)
{
	socklen_t size = IP_MSFILTER_SIZE(n);
	struct ip_msfilter *f = malloc(size);
	if (!f) return -1;
	f->imsf_multiaddr = group;
	f->imsf_interface = interface;
	f->imsf_fmode = mode;
	f->imsf_numsrc = n;
	memcpy(f->imsf_slist, list, n * sizeof *list);
	int result = setsockopt(fd, IPPROTO_IP, IP_MSFILTER, f, size);
	free(f);
	return result;
}

/* The protocol level of a group's address family; -1 with EINVAL for others. */
static int level_of(const struct sockaddr *group)
{
	if (group->sa_family == AF_INET) return IPPROTO_IP;
	if (group->sa_family == AF_INET6) return IPPROTO_IPV6;
	errno = EINVAL;
	return -1;
}

int getsourcefilter(int fd, uint32_t interface, const struct sockaddr *group, socklen_t group_size, uint32_t *mode, uint32_t *n, struct sockaddr_storage *list)
{
	int level = level_of(group);
	socklen_t size = GROUP_FILTER_SIZE(*n);
	struct group_filter *f = level < 0 ? NULL : malloc(size);
	if (!f) return -1;
	memset(f, 0, size);
	f->gf_interface = interface;
	memcpy(&f->gf_group, group, group_size);
	f->gf_numsrc = *n;
	int result = getsockopt(fd, level, MCAST_MSFILTER, f, &size);
	if (!result) {
		*mode = f->gf_fmode;
		memcpy(list, f->gf_slist, (*n < f->gf_numsrc ? *n : f->gf_numsrc) * sizeof *list);
		*n = f->gf_numsrc;
	}
	free(f);
	return result;
}

int setsourcefilter(int fd, uint32_t interface, const struct sockaddr *group, socklen_t group_size, uint32_t mode, uint32_t n, const struct sockaddr_storage *list)
{
	int level = level_of(group);
	socklen_t size = GROUP_FILTER_SIZE(n);
	struct group_filter *f = level < 0 ? NULL : malloc(size);
	if (!f) return -1;
	memset(f, 0, size);
	f->gf_interface = interface;
	memcpy(&f->gf_group, group, group_size);
	f->gf_fmode = mode;
	f->gf_numsrc = n;
	memcpy(f->gf_slist, list, n * sizeof *list);
	int result = setsockopt(fd, level, MCAST_MSFILTER, f, size);
	free(f);
	return result;
}
