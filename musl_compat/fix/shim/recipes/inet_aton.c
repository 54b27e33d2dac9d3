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
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A number of more than 32 bits, which musl takes for the greatest of them where long has no more. */
static int too_large(const char *text)
{
	for (const char *end; *text >= '0' && *text <= '9'; text = *end == '.' ? end + 1 : end)
		if (strtoull(text, (char **)(uintptr_t)&end, 0) > UINT32_MAX)
			return 1;
	return 0;
}

int __mc_inet_aton(const char *text, struct in_addr *out)
{
	char word[64];
	size_t n = strcspn(text, " \t\n\v\f\r");

	if (sizeof(long) == 4 && too_large(text))
		return 0;
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
