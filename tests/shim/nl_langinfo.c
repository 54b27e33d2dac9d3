#include "shimtest.h"
#include <langinfo.h>
#include <locale.h>
#include <wchar.h>

static void show(int item, const char *(*get)(int))
{
	const char *p = get(item);
	printf("%x ", (unsigned)item);
	if ((uintptr_t)p < 1u << 30)
		printf("number %ld\n", (long)(intptr_t)p);
	else if ((item >= 0x20034 && item < 0x20060) || item == 0x2006d || (item >= 0x2007b && item < 0x20087) || (item >= 0x20093 && item < 0x2009f))
		printf("wide %ls\n", (const wchar_t *)p);
	else {
		hex("bytes", p, strlen(p));
	}
}

static locale_t c;
static const char *global(int item) { return VIA(nl_langinfo)(item); }
static const char *local(int item) { return VIA(nl_langinfo_l)(item, c); }

int main(void)
{
	static const int others[] = {CODESET, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, YESSTR, NOSTR, CRNCYSTR, 0x10003, 0x10004, 0x10005, 0x50004, 0x70000, 0x70001, 0x70002,
		0x80000, 0x80006, 0x90000, 0x90006, 0x9000c, 0xa0000, 0xa0004, 0xb0000, 0xb0001, -1, 0x123456};
	c = newlocale(LC_ALL_MASK, "C", 0);
	for (int k = 0; k < 2; k++) {
		for (int item = 0x20000; item <= 0x2009e; item++)
			if (item < 0x20060 || item > 0x20064)
				if (item != 0x2006b && item != 0x20033 && item != 0x20031 && item != 0x20030 && item != 0x2002f && item != 0x2002e && item != 0x2002d)
					show(item, k ? local : global);
		for (unsigned i = 0; i < sizeof others / sizeof *others; i++)
			if (others[i] != YESSTR && others[i] != NOSTR)
				show(others[i], k ? local : global);
		for (int item = 0x40007; item <= 0x4002d; item++)
			if (item != 0x40016 && item != 0x40017)
				show(item, k ? local : global);
	}
}
