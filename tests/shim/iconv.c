#define _GNU_SOURCE
#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
static void run(const char *to, const char *from, const char *text, size_t n, size_t room)
{
	char out[200], *i = (char *)text, *o = out;
	size_t left = n;
	iconv_t c = iconv_open(to, from);
	printf("%s <- %s: ", to, from);
	if (c == (iconv_t)-1) {
		printf("none %d\n", errno == EINVAL);
		return;
	}
	errno = 0;
	size_t space = room, r = iconv(c, &i, &left, &o, &space);
	printf("%zd errno %d left %zu out", r, errno, left);
	for (char *p = out; p < o; p++)
		printf(" %02x", (unsigned char)*p);
	printf(" close %d\n", iconv_close(c));
}
#define RUN(to, from, text) run(to, from, text, sizeof text - 1, 200)
int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	RUN("ASCII", "UTF-8", "plain");
	RUN("ASCII", "UTF-8", "caf\xc3\xa9");
	RUN("ASCII//TRANSLIT", "UTF-8", "\xe2\x80\x9cquotes\xe2\x80\x9d \xe2\x80\x93 \xe2\x80\xa6 \xc2\xa9 \xe2\x82\xac");
	RUN("ASCII//IGNORE", "UTF-8", "caf\xc3\xa9 x");
	RUN("ASCII//TRANSLIT//IGNORE", "UTF-8", "a\xe2\x80\x98");
	RUN("ISO-8859-1", "UTF-8", "caf\xc3\xa9 *");
	RUN("ISO-8859-1//TRANSLIT", "UTF-8", "\xc3\xa9\xe2\x82\xac");
	RUN("UTF-8", "ISO-8859-15", "\xa4\xe9");
	RUN("UTF-16", "UTF-8", "ab\xf0\x9f\x98\x80");
	RUN("UTF-16LE", "UTF-8", "ab");
	RUN("UTF-32", "UTF-8", "a");
	RUN("UCS-2", "UTF-8", "ab");
	RUN("UTF-8", "UTF-16", "\xff\xfe" "a\0b\0");
	RUN("UTF-8", "UTF-16", "\xfe\xff\0a\0b");
	RUN("WCHAR_T", "UTF-8", "\xc3\xa9");
	RUN("UTF-8", "WCHAR_T", "\xe9\0\0\0");
	RUN("UTF-8", "UTF-8", "a\xff" "b");
	RUN("UTF-8//IGNORE", "UTF-8", "a\xff" "b");
	RUN("UTF-8", "UTF-8", "ab\xc3");
	RUN("utf8", "latin1", "\xe4");
	RUN("UTF-8", "SHIFT_JIS", "\x83\x41\x82\xa0");
	RUN("UTF-8", "GBK", "\xc4\xe3\xba\xc3");
	RUN("UTF-8", "EUC-JP", "\xa4\xa2");
	RUN("EUC-JP", "UTF-8", "\xe3\x81\x82");
	RUN("KOI8-R", "UTF-8", "\xd0\x96");
	RUN("CP1252", "UTF-8", "\xe2\x82\xac");
	RUN("NO-SUCH", "UTF-8", "");
	RUN("", "UTF-8", "a\xc3\xa9");
	RUN("ANSI_X3.4-1968", "UTF-8", "x");
	run("UTF-16LE", "UTF-8", "abcdef", 6, 5);
	run("UTF-8", "ISO-8859-1", "a\xe9", 2, 2);
}
