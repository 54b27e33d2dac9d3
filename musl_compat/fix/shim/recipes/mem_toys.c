/* recipe: mem_toys
 * symbols: memfrob strfry
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages memfrob(3), strfry(3)
 * scope: public
 */
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *memfrob(void *s, size_t n)
{
	for (unsigned char *p = s; n--; p++) *p ^= 42;
	return s;
}

char *strfry(char *s)
{
	size_t n = strlen(s);
	for (size_t i = n; i > 1; i--) {
		unsigned r = 0;
		if (syscall(SYS_getrandom, &r, sizeof r, 0) != sizeof r) return s;
		char c = s[i - 1];
		s[i - 1] = s[r % i];
		s[r % i] = c;
	}
	return s;
}
