#define _LARGEFILE64_SOURCE
#include "shimtest.h"

int main(void)
{
	FILE *f = VIA(tmpfile64)();
	fpos_t at;
	fputs("0123456789", f);
	printf("%d %d\n", VIA(fseeko64)(f, 3, SEEK_SET), (int)VIA(ftello64)(f));
	printf("%d ", VIA(fgetpos64)(f, (fpos64_t *)&at));
	printf("%c ", getc(f));
	printf("%d ", VIA(fsetpos64)(f, (fpos64_t *)&at));
	printf("%c\n", getc(f));
	f = VIA(fopen64)("/proc/self/stat", "r");
	printf("%d\n", f != NULL);
	printf("%d\n", VIA(freopen64)("/proc/self/status", "r", f) == f);
	char a[] = "/tmp/shimXXXXXX", b[] = "/tmp/shimXXXXXX.c", c[] = "/tmp/shimXXXXXX", d[] = "/tmp/shimXXXXXX.c";
	printf("%d %d %d %d\n", VIA(mkstemp64)(a) > 0, VIA(mkstemps64)(b, 2) > 0, VIA(mkostemp64)(c, 0) > 0, VIA(mkostemps64)(d, 2, 0) > 0);
	unlink(a), unlink(b), unlink(c), unlink(d);
	return 0;
}
