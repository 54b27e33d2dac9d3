/* recipe: __cmsg_nxthdr
 * symbols: __cmsg_nxthdr
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages cmsg(3); RFC 3542 20.3
 * scope: public
 */
#include <stddef.h>
#include <sys/socket.h>

struct cmsghdr *__cmsg_nxthdr(struct msghdr *message, struct cmsghdr *header)
{
	if (header->cmsg_len < sizeof *header) return NULL;
	char *end = (char *)message->msg_control + message->msg_controllen;
	size_t step = CMSG_ALIGN(header->cmsg_len);
	if ((size_t)(end - (char *)header) < step + sizeof *header) return NULL;
	struct cmsghdr *next = (struct cmsghdr *)((char *)header + step);
	return (size_t)(end - (char *)next) < CMSG_ALIGN(next->cmsg_len) ? NULL : next;
}
