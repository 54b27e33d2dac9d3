#include "shimtest.h"
#include <gshadow.h>

static void show(const struct sgrp *s)
{
	if (!s) {
		puts("NULL");
		return;
	}
	printf("%s %s", s->sg_namp, s->sg_passwd);
	for (char **a = s->sg_adm; *a; a++) printf(" adm=%s", *a);
	for (char **m = s->sg_mem; *m; m++) printf(" mem=%s", *m);
	puts("");
}

int main(void)
{
	struct sgrp e, *r;
	char b[1024];
	FILE *f = tmpfile();
	fputs("wheel:!:root:joe,ann\nempty:*::\n", f);
	rewind(f);
	show(VIA(fgetsgent)(f));
	printf("%d ", VIA(fgetsgent_r)(f, &e, b, sizeof b, &r));
	show(r);
	printf("%d\n", VIA(fgetsgent_r)(f, &e, b, sizeof b, &r));
	show(VIA(sgetsgent)("a:b:c,d:e"));
	printf("%d\n", VIA(sgetsgent_r)("a:b:c,d:e", &e, b, 5, &r));
	VIA(sgetsgent_r)("a:b:c,d:e,f", &e, b, sizeof b, &r);
	VIA(putsgent)(r, stdout);
	VIA(setsgent)();
	VIA(endsgent)();
	if (getuid()) return 0;
	r = VIA(getsgent)();
	puts(r ? r->sg_namp : "none");
	r = VIA(getsgnam)("root");
	puts(r ? r->sg_namp : "none");
	printf("%d ", VIA(getsgnam_r)("no-such-group", &e, b, sizeof b, &r));
	printf("%d\n", r == NULL);
	VIA(setsgent)();
	printf("%d\n", VIA(getsgent_r)(&e, b, sizeof b, &r));
	return 0;
}
