#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
static void show(const char *said) { puts(said ? said : "(refused)"); }
int main(void)
{
	show(setlocale(LC_ALL, 0));
	setenv("LC_ALL", "C.UTF-8", 1);
	show(setlocale(LC_ALL, ""));
	show(setlocale(LC_MESSAGES, 0));
	show(setlocale(LC_PAPER, 0));
	printf("%zu\n", MB_CUR_MAX > 1 ? (size_t)1 : 0);
	show(setlocale(LC_NUMERIC, "C"));
	show(setlocale(LC_ALL, 0));
	char *saved = setlocale(LC_ALL, 0), copy[600];
	snprintf(copy, sizeof copy, "%s", saved);
	show(setlocale(LC_ALL, "POSIX"));
	printf("%zu\n", MB_CUR_MAX);
	show(setlocale(LC_ALL, copy));
	show(setlocale(LC_CTYPE, 0));
	show(setlocale(LC_NUMERIC, 0));
	show(setlocale(99, "C"));
	show(setlocale(-1, 0));
	show(setlocale(LC_ALL, "LC_NONE=C"));
	unsetenv("LC_ALL");
	setenv("LANG", "C", 1);
	setenv("LC_CTYPE", "C.UTF-8", 1);
	show(setlocale(LC_ALL, ""));
	show(setlocale(LC_COLLATE, ""));
	setenv("LC_COLLATE", "POSIX", 1);
	show(setlocale(LC_COLLATE, ""));
}
