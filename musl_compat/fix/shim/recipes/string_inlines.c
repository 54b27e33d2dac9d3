/* recipe: string_inlines
 * symbols: __strcspn_c1 __strcspn_c2 __strcspn_c3 __strspn_c1 __strspn_c2 __strspn_c3 __strpbrk_c2 __strpbrk_c3
 *   __strsep_g __strsep_1c __strsep_2c __strsep_3c __strtok_r_1c
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc 2.25 bits/string2.h, which called them for short constant strings
 * scope: public
 */
#define _GNU_SOURCE
#include <string.h>

size_t __strcspn_c1(const char *s, int a)
{
	return strcspn(s, (char[]){(char)a, 0});
}

size_t __strcspn_c2(const char *s, int a, int b)
{
	return strcspn(s, (char[]){(char)a, (char)b, 0});
}

size_t __strcspn_c3(const char *s, int a, int b, int c)
{
	return strcspn(s, (char[]){(char)a, (char)b, (char)c, 0});
}

size_t __strspn_c1(const char *s, int a)
{
	return strspn(s, (char[]){(char)a, 0});
}

size_t __strspn_c2(const char *s, int a, int b)
{
	return strspn(s, (char[]){(char)a, (char)b, 0});
}

size_t __strspn_c3(const char *s, int a, int b, int c)
{
	return strspn(s, (char[]){(char)a, (char)b, (char)c, 0});
}

char *__strpbrk_c2(const char *s, int a, int b)
{
	return strpbrk(s, (char[]){(char)a, (char)b, 0});
}

char *__strpbrk_c3(const char *s, int a, int b, int c)
{
	return strpbrk(s, (char[]){(char)a, (char)b, (char)c, 0});
}

char *__strsep_g(char **s, const char *delimiters)
{
	return strsep(s, delimiters);
}

char *__strsep_1c(char **s, char a)
{
	return strsep(s, (char[]){a, 0});
}

char *__strsep_2c(char **s, char a, char b)
{
	return strsep(s, (char[]){a, b, 0});
}

char *__strsep_3c(char **s, char a, char b, char c)
{
	return strsep(s, (char[]){a, b, c, 0});
}

char *__strtok_r_1c(char *s, char a, char **rest)
{
	return strtok_r(s, (char[]){a, 0}, rest);
}
