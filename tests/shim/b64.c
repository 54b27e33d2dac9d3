#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern int __b64_ntop(const unsigned char *, size_t, char *, size_t);
extern int __b64_pton(const char *, unsigned char *, size_t);

int main(void)
{
	static const char *bad[] = {"", "=", "A", "AA", "AAA", "AA=", "AA==", "AB==", "AAA=", "AAB=", "AAAA=", "AA==x", " A A\n= =\t", "AA=x=", "A$AA", "AAAA", "AAAAA===", "////", "+/+/", "AA=", "QQ ==", "QUI=", "QUJD\n"};
	unsigned char in[64], out[64];
	char text[100];

	srand(3);
	for (size_t n = 0; n < 40; n++) {
		for (size_t i = 0; i < n; i++)
			in[i] = (unsigned char)(i * 37 + n * 101);
		int t = __b64_ntop(in, n, text, sizeof text);
		int u = __b64_pton(text, out, sizeof out);
		printf("%d %s %d %d\n", t, text, u, memcmp(in, out, n));
		printf("%d %d %d\n", __b64_ntop(in, n, text, n), __b64_pton(text, out, n ? n - 1 : 0), __b64_pton(text, 0, 0));
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		printf("%s: %d %d %d\n", bad[i], __b64_pton(bad[i], out, 64), __b64_pton(bad[i], out, 1), __b64_pton(bad[i], 0, 0));
}
