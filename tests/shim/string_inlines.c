#include "shimtest.h"

extern size_t __strcspn_c1(const char *, int), __strcspn_c2(const char *, int, int), __strcspn_c3(const char *, int, int, int);
extern size_t __strspn_c1(const char *, int), __strspn_c2(const char *, int, int), __strspn_c3(const char *, int, int, int);
extern char *__strpbrk_c2(const char *, int, int), *__strpbrk_c3(const char *, int, int, int);
extern char *__strsep_g(char **, const char *), *__strsep_1c(char **, char), *__strsep_2c(char **, char, char);
extern char *__strsep_3c(char **, char, char, char), *__strtok_r_1c(char *, char, char **);

int main(void)
{
	char b[] = "a,b;c:d", *p = b, t[] = "x--y", *rest;
	printf("%zu %zu %zu\n", VIA(__strcspn_c1)("abcd", 'c'), VIA(__strcspn_c2)("abcd", 'x', 'd'), VIA(__strcspn_c3)("abcd", 'x', 'y', 'z'));
	printf("%zu %zu %zu\n", VIA(__strspn_c1)("aab", 'a'), VIA(__strspn_c2)("abc", 'a', 'b'), VIA(__strspn_c3)("abcd", 'a', 'b', 'c'));
	printf("%s %d\n", VIA(__strpbrk_c2)("abcd", 'x', 'c'), VIA(__strpbrk_c3)("abcd", 'x', 'y', 'z') == NULL);
	puts(VIA(__strsep_1c)(&p, ','));
	puts(VIA(__strsep_2c)(&p, ';', ','));
	puts(VIA(__strsep_3c)(&p, ';', ',', ':'));
	puts(VIA(__strsep_g)(&p, ":"));
	printf("%d\n", p == NULL);
	puts(VIA(__strtok_r_1c)(t, '-', &rest));
	puts(VIA(__strtok_r_1c)(NULL, '-', &rest));
	return 0;
}
