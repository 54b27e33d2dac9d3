/* recipe: getaddrinfo
 * symbols: getaddrinfo
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: names outside of ASCII are not encoded: with AI_IDN they give EAI_IDN_ENCODE, as glibc without libidn2
 * spec: getaddrinfo(3): AI_IDN, AI_CANONIDN and their flags, at which musl fails with EAI_BADFLAGS
 * scope: private
 */
#define _GNU_SOURCE
#include <netdb.h>
#include <sys/socket.h>

enum { IDN_FLAGS = 0x40 | 0x80 | 0x100 | 0x200, IDN = 0x40, IDN_ENCODE = -105 };

int __mc_getaddrinfo(const char *restrict host, const char *restrict service, const struct addrinfo *restrict hints,
	struct addrinfo **restrict out)
{
	struct addrinfo plain;

	if (!hints || !(hints->ai_flags & IDN_FLAGS))
		return getaddrinfo(host, service, hints, out);
	for (const char *c = host; c && hints->ai_flags & IDN && *c; c++)
		if ((unsigned char)*c > 127)
			return IDN_ENCODE;
	plain = *hints;
	plain.ai_flags &= ~IDN_FLAGS;
	return getaddrinfo(host, service, &plain, out);
}
