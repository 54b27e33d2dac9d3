/* gcc: -O1
 * gcc: -O1 -no-pie -Wl,-z,now
 * gcc: -O2 -D_FORTIFY_SOURCE=2 -Wl,-z,norelro
 * gcc: -O1 -Wl,--hash-style=sysv -Wl,-z,nodynamic-undefined-weak
 *
 * Functions that musl has under the same name with another meaning. */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <fnmatch.h>
#include <iconv.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row {
	int key, place;
};

static int by_key(const void *a, const void *b)
{
	return ((const struct row *)a)->key - ((const struct row *)b)->key;
}

static void sorted(void)
{
	struct row rows[200];
	int moved = 0;

	for (int i = 0; i < 200; i++)
		rows[i] = (struct row){i * 7 % 5, i};
	qsort(rows, 200, sizeof *rows, by_key);
	for (int i = 1; i < 200; i++)
		moved += rows[i - 1].key == rows[i].key && rows[i - 1].place > rows[i].place;
	printf("qsort %d\n", moved);
}

static void matched(void)
{
	regex_t re;
	regmatch_t at[3];

	memset(at, 7, sizeof at);
	printf("regcomp %d", regcomp(&re, "\\(a\\|b\\)\\+\\(c*\\)", 0));
	printf(" regexec %d", regexec(&re, "xxabba", 3, at, 0));
	for (int i = 0; i < 3; i++)
		printf(" %d-%d", (int)at[i].rm_so, (int)at[i].rm_eo);
	puts("");
	regfree(&re);
}

static void converted(void)
{
	char in[] = "a\xc3\xa4" "b", out[16] = "", *from = in, *to = out;
	size_t left = 4, room = 15;
	iconv_t it = iconv_open("ASCII//TRANSLIT", "UTF-8");

	printf("iconv_open %d", it != (iconv_t)-1);
	if (it != (iconv_t)-1) {
		size_t done = iconv(it, &from, &left, &to, &room);
		printf(" %d %zu %s", (int)done, left, out);
		iconv_close(it);
	}
	puts("");
}

int main(void)
{
	char buffer[64] = "untouched";
	unsigned sum = 0;

	printf("strerror_r %s %s\n", strerror_r(ENOENT, buffer, sizeof buffer), buffer);
	printf("basename '%s' '%s'\n", basename("/usr/lib/"), basename("a/b"));
	sorted();
	matched();
	converted();
	for (int c = -128; c < 256; c++)
		sum = sum * 31 + !!isalpha(c) + 2 * !!isprint(c) + 4 * !!ispunct(c) + (unsigned)toupper(c);
	printf("ctype %u\n", sum);
	printf("fnmatch %d %d\n", fnmatch("@(a|b)*", "bcd", FNM_EXTMATCH), fnmatch("*", ".x", FNM_PERIOD));
	return 7;
}
