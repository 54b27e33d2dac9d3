/* recipes: argz envz */
#define _GNU_SOURCE
#include <argz.h>
#include <envz.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void show(const char *what, const char *a, size_t n)
{
	printf("%s %zu:", what, n);
	for (size_t i = 0; i < n; i++)
		putchar(a[i] ? a[i] : '|');
	printf(" count %zu\n", argz_count(a, n));
}

int main(void)
{
	char *args[] = {"one", "", "three", 0}, *none[] = {0}, *a = 0, *v[20], *e = 0;
	size_t n = 0, m = 0;
	unsigned count = 0;

	printf("%d\n", argz_create(args, &a, &n));
	show("create", a, n);
	printf("%d\n", argz_add(&a, &n, "four"));
	printf("%d\n", argz_add_sep(&a, &n, "::x:y::z:", ':'));
	show("add", a, n);
	printf("%d\n", argz_append(&a, &n, "p\0q", 4));
	show("append", a, n);
	argz_extract(a, n, v);
	for (int i = 0; v[i]; i++)
		printf("<%s>", v[i]);
	puts("");
	for (char *x = 0; (x = argz_next(a, n, x));)
		printf("[%s]", x);
	puts("");
	printf("%d\n", argz_insert(&a, &n, strchr(a, '\0') + 4, "inserted"));
	printf("%d\n", argz_insert(&a, &n, 0, "last"));
	printf("%d\n", argz_insert(&a, &n, a - 1, "bad"));
	show("insert", a, n);
	argz_delete(&a, &n, a);
	argz_delete(&a, &n, 0);
	show("delete", a, n);
	printf("%d ", argz_replace(&a, &n, "e", "EEE", &count)), printf("%u\n", count);
	show("replace", a, n);
	printf("%d ", argz_replace(&a, &n, "EEE", "", &count)), printf("%u\n", count);
	printf("%d ", argz_replace(&a, &n, "absent", "", &count)), printf("%u\n", count);
	printf("%d\n", argz_replace(&a, &n, "p", "pp", 0));
	show("replace", a, n);
	argz_stringify(a, n, ',');
	show("stringify", a, n);
	free(a);
	printf("%d ", argz_create(none, &a, &n)), printf("%zu %d\n", n, a == 0);
	printf("%d ", argz_create_sep("", ':', &a, &n)), printf("%zu %d\n", n, a == 0);
	printf("%d ", argz_create_sep(":::", ':', &a, &n)), printf("%zu %d\n", n, a == 0);
	printf("%d\n", argz_create_sep("a b  c ", ' ', &a, &n));
	show("sep", a, n);
	while (n)
		argz_delete(&a, &n, a);
	printf("%d\n", a == 0);

	envz_add(&e, &m, "HOME", "/root");
	envz_add(&e, &m, "EMPTY", "");
	envz_add(&e, &m, "NULLED", 0);
	envz_add(&e, &m, "HO", "x");
	show("envz", e, m);
	envz_add(&e, &m, "HOME", "/home");
	show("envz", e, m);
	printf("%s %s %s %s\n", envz_get(e, m, "HOME"), envz_get(e, m, "EMPTY"), envz_get(e, m, "NULLED") ? "?" : "null", envz_get(e, m, "H") ? "?" : "none");
	printf("%s %s\n", envz_entry(e, m, "HO=zz"), envz_entry(e, m, "NULLED"));
	envz_merge(&e, &m, "HO=new\0ADD=1\0", 13, 0);
	show("merge", e, m);
	envz_merge(&e, &m, "HO=new\0ADD=2", 13, 1);
	show("merge", e, m);
	envz_strip(&e, &m);
	show("strip", e, m);
	envz_remove(&e, &m, "EMPTY");
	envz_remove(&e, &m, "EMPTY");
	show("remove", e, m);
}
