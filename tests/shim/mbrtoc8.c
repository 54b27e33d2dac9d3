/* glibc has these since 2.36. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
extern size_t mbrtoc8(unsigned char *, const char *, size_t, mbstate_t *), c8rtomb(char *, unsigned char, mbstate_t *);
int main(void)
{
	static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z";
	setlocale(LC_ALL, "C.UTF-8");
	mbstate_t s;
	unsigned char c;
	memset(&s, 0, sizeof s);
	for (size_t i = 0; i < sizeof text;) {
		c = 0;
		size_t n = mbrtoc8(&c, text + i, sizeof text - i, &s);
		printf("%zd %02x\n", n, c);
		if (n == 0) break;
		if (n <= sizeof text) i += n;
	}
	for (size_t i = 0; i < sizeof text - 1;) {
		size_t n = mbrtoc8(&c, text + i, 1, &s);
		printf("%zd ", n);
		if (n == (size_t)-3) continue;
		i++;
	}
	while (mbrtoc8(&c, "q", 1, &s) == (size_t)-3)
		;
	memset(&s, 0, sizeof s);
	printf("\n%zd", mbrtoc8(&c, "\xff", 1, &s));
	printf(" %d\n", errno == EILSEQ);
	memset(&s, 0, sizeof s);
	char out[8];
	for (size_t i = 0; i < sizeof text; i++) {
		size_t n = c8rtomb(out, (unsigned char)text[i], &s);
		printf("%zd ", n);
		for (size_t k = 0; n < 8 && k < n; k++) printf("%02x", (unsigned char)out[k]);
	}
	static const unsigned char bad[][2] = {{0x80, 0}, {0xc0, 0}, {0xe0, 0x80}, {0xed, 0xa0}, {0xf0, 0x80}, {0xf4, 0x90}, {0xf5, 0}, {0xc3, 0x41}};
	for (int i = 0; i < 8; i++) {
		memset(&s, 0, sizeof s);
		printf("\n%zd ", c8rtomb(out, bad[i][0], &s));
		if (bad[i][1]) printf("%zd", c8rtomb(out, bad[i][1], &s));
	}
	printf("\n%zu\n", c8rtomb(0, 'x', &s));
}
