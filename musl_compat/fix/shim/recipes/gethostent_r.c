/* recipe: gethostent_r
 * symbols: gethostent_r
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: enumerates nothing (ENOENT), as musl's gethostent
 * spec: Linux man-pages gethostent_r(3)
 * scope: public
 */
#include <errno.h>
#include <netdb.h>
#include <stddef.h>

int gethostent_r(struct hostent *out, char *buffer, size_t n, struct hostent **result, int *why)
{
	(void)out;
	(void)buffer;
	(void)n;
	*result = NULL;
	*why = HOST_NOT_FOUND;
	return ENOENT;
}
