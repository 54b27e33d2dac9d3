/* recipe: gethostid
 * symbols: gethostid
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: gethostid(3): the number in /etc/hostid, else the host's IPv4 address with its halves exchanged; musl's is always 0
 * scope: private
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

static int from_file(int32_t *id)
{
	int fd = open("/etc/hostid", O_RDONLY | O_CLOEXEC), ok;

	if (fd < 0)
		return 0;
	ok = read(fd, id, sizeof *id) == sizeof *id;
	close(fd);
	return ok;
}

long __mc_gethostid(void)
{
	struct addrinfo hints = {.ai_family = AF_INET}, *found;
	char name[65];
	uint32_t address;
	int32_t id;

	if (from_file(&id))
		return id;
	if (gethostname(name, sizeof name) || !*name || getaddrinfo(name, 0, &hints, &found))
		return 0;
	address = ((struct sockaddr_in *)found->ai_addr)->sin_addr.s_addr;
	freeaddrinfo(found);
	return (int32_t)(address << 16 | address >> 16);
}
