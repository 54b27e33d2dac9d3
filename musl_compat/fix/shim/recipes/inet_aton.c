/* recipe: inet_aton
 * symbols: inet_aton inet_addr
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: before a blank an address has at most 63 characters
 * spec: inet(3): what follows the address behind a blank is passed over
 * scope: private
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <string.h>

int __mc_inet_aton(const char *text, struct in_addr *out)
{
	char word[64];
	size_t n = strcspn(text, " \t\n\v\f\r");

	if (!text[n])
		return inet_aton(text, out);
	if (!n || n >= sizeof word)
		return 0;
	memcpy(word, text, n);
	word[n] = '\0';
	return inet_aton(word, out);
}

in_addr_t __mc_inet_addr(const char *text)
{
	struct in_addr found;

	return __mc_inet_aton(text, &found) ? found.s_addr : INADDR_NONE;
}
