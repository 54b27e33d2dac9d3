#include "shimtest.h"
#include <strings.h>

extern char *__strdup(const char *), *__strndup(const char *, size_t), *__stpcpy(char *, const char *);
extern char *__stpncpy(char *, const char *, size_t), *__strtok_r(char *, const char *, char **);
extern void *__mempcpy(void *, const void *, size_t), __bzero(void *, size_t);
extern int __strcasecmp(const char *, const char *), __strverscmp(const char *, const char *), __ffs(int);
extern int __memcmpeq(const void *, const void *, size_t);
extern char *__strcasestr(const char *, const char *), *__strerror_r(int, char *, size_t);

int main(void)
{
	char b[16] = "a,b,,c", *rest = NULL;
	char *s = VIA(__strdup)("hello");
	puts(s);
	free(s);
	s = VIA(__strndup)("hello", 3);
	puts(s);
	free(s);
	puts(VIA(__strtok_r)(b, ",", &rest));
	puts(VIA(__strtok_r)(NULL, ",", &rest));
	puts(VIA(__strtok_r)(NULL, ",", &rest));
	printf("%d\n", VIA(__strtok_r)(NULL, ",", &rest) == NULL);
	printf("%d %d\n", (int)(VIA(__stpcpy)(b, "xyz") - b), (int)(VIA(__stpncpy)(b, "q", 4) - b));
	printf("%d\n", (int)((char *)VIA(__mempcpy)(b, "abcd", 5) - b));
	printf("%d %s\n", VIA(__strcasecmp)("ABC", "abc"), VIA(__strcasestr)("Hello World", "WORLD"));
	printf("%d %d\n", VIA(__strverscmp)("a9", "a10") < 0, VIA(__ffs)(40));
	VIA(__bzero)(b, 2);
	hex("b", b, 5);
	printf("%d %d\n", VIA(__memcmpeq)("abc", "abc", 3), VIA(__memcmpeq)("abc", "abd", 3) != 0);
	char text[64];
	printf("%d\n", strlen(VIA(__strerror_r)(ENOENT, text, sizeof text)) > 5);
	return 0;
}
