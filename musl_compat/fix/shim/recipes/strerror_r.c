/* recipe: strerror_r
 * symbols: strerror_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the texts are musl's
 * spec: strerror(3), the GNU-specific strerror_r: returns the text, in the buffer only when it is made up
 * scope: private
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

char *__mc_strerror_r(int number, char *buffer, size_t size)
{
	const char *unknown = strerror(-1), *text = strerror(number);
	int saved = errno;

	if (number == 0)
		return (char *)"Success";
	if (text != unknown && strcmp(text, unknown))
		return (char *)text;
	snprintf(buffer, size, "Unknown error %d", number);
	errno = saved;
	return buffer;
}
