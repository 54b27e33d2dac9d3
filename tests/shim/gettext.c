/* recipes: gettext */
#define _GNU_SOURCE
#include <libintl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAIRS 3
static const struct { const char *from; size_t from_size; const char *to; size_t to_size; } pairs[PAIRS] = {
#define PAIR(a, b) {a, sizeof a - 1, b, sizeof b - 1}
	PAIR("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"),
	PAIR("%d file\0%d files", "%d Datei\0%d Dateien"),
	PAIR("hello", "hallo gr\303\266\303\237e"),
};

/* A catalogue as msgfmt writes it: GNU gettext manual "The Format of GNU MO Files". */
static void catalogue(const char *path)
{
	FILE *f = fopen(path, "w");
	uint32_t head[7] = {0x950412de, 0, PAIRS, 28, 28 + 8 * PAIRS, 0, 28 + 16 * PAIRS}, at = 28 + 16 * PAIRS;

	fwrite(head, 4, 7, f);
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < PAIRS; i++) {
			uint32_t entry[2] = {(uint32_t)(side ? pairs[i].to_size : pairs[i].from_size), at};
			fwrite(entry, 4, 2, f);
			at += entry[0] + 1;
		}
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < PAIRS; i++)
			fwrite(side ? pairs[i].to : pairs[i].from, 1, (side ? pairs[i].to_size : pairs[i].from_size) + 1, f);
	fclose(f);
}

static void show(void)
{
	printf("%s|%s|%s|%s|%s\n", gettext("hello"), dgettext("lab", "hello"), dcgettext("lab", "none", LC_MESSAGES),
		ngettext("%d file", "%d files", 1), dngettext("lab", "%d file", "%d files", 7));
	puts(dcngettext("lab", "%d file", "%d files", 1, LC_MESSAGES));
}

int main(void)
{
	char folder[] = "/tmp/gettext-XXXXXX", path[100];

	if (!mkdtemp(folder))
		return 1;
	snprintf(path, sizeof path, "%s/de", folder);
	mkdir(path, 0700);
	strcat(path, "/LC_MESSAGES");
	mkdir(path, 0700);
	strcat(path, "/lab.mo");
	catalogue(path);
	setenv("LC_ALL", "C.UTF-8", 1);
	setlocale(LC_ALL, "");
	bindtextdomain("lab", folder);
	textdomain("lab");
	show();
	setenv("LANGUAGE", "xx:de_AT:fr", 1);
	textdomain("lab"); /* glibc looks at LANGUAGE anew */
	show();
	setlocale(LC_MESSAGES, "C");
	show();
	unlink(path);
	*strrchr(path, '/') = 0;
	rmdir(path);
	*strrchr(path, '/') = 0;
	rmdir(path);
	rmdir(folder);
}
