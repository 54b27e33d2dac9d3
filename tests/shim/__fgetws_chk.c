#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__fgetws_chk(wchar_t *, size_t, int, FILE *), *__fgetws_unlocked_chk(wchar_t *, size_t, int, FILE *);

int main(void)
{
	wchar_t b[8] = L"";
	FILE *f = tmpfile();
	if (!f || fputws(L"abc\nlonger line\nend", f) < 0) return 1;
	rewind(f);
	hex("b", VIA(__fgetws_chk)(b, 8, 100, f), 20);
	hex("b", VIA(__fgetws_unlocked_chk)(b, 8, 8, f), 32);
	VIA(__fgetws_chk)(b, 8, 8, f);
	hex("b", VIA(__fgetws_chk)(b, 8, 8, f), 16);
	printf("%d\n", VIA(__fgetws_chk)(b, 8, 8, f) == NULL);
	rewind(f);
	VIA(__fgetws_chk)(b, 8, 8, f);
	ABORTS("overflow", VIA(__fgetws_chk)(b, 8, 100, f));
	return 0;
}
