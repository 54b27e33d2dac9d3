/* recipe: towupper
 * symbols: towupper towlower towupper_l towlower_l
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.3
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: letters that came with a later Unicode than musl's, beyond the ones listed here, stay as they are
 * spec: POSIX.1-2024 towupper; Unicode's UnicodeData.txt, simple case mappings, which have none for U+00DF to upper case
 * scope: private
 */
#define _GNU_SOURCE
#include <locale.h>
#include <stdlib.h>
#include <wctype.h>

/* Ranges in which musl 1.2.6 maps no letter: upper case first to last, the distance to lower case, and whether every second one counts. */
static const struct { unsigned first, last; int distance, step; } later[] = {
	{0x24b6, 0x24cf, 26, 1}, {0x2c2f, 0x2c2f, 48, 1}, {0xa7c0, 0xa7c0, 1, 1}, {0xa7c7, 0xa7c9, 1, 2}, {0xa7d0, 0xa7d0, 1, 1},
	{0xa7d6, 0xa7d8, 1, 2}, {0xa7f5, 0xa7f5, 1, 1}, {0x10570, 0x1057a, 39, 1}, {0x1057c, 0x1058a, 39, 1},
	{0x1058c, 0x10592, 39, 1}, {0x10594, 0x10595, 39, 1},
};

static wint_t later_upper(wint_t c)
{
	for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
		unsigned from = c - (unsigned)later[i].distance;
		if (from >= later[i].first && from <= later[i].last && (from - later[i].first) % (unsigned)later[i].step == 0)
			return from;
	}
	return c;
}

static wint_t later_lower(wint_t c)
{
	for (size_t i = 0; i < sizeof later / sizeof *later; i++)
		if (c >= later[i].first && c <= later[i].last && (c - later[i].first) % (unsigned)later[i].step == 0)
			return c + (wint_t)later[i].distance;
	return c;
}

/* The locale C of glibc has no letters but those of ASCII. */
wint_t __mc_towupper(wint_t c)
{
	if (c < 128 || MB_CUR_MAX == 1)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c == 0xdf)
		return c;
	return towupper(c) != c ? towupper(c) : later_upper(c);
}

wint_t __mc_towlower(wint_t c)
{
	if (c < 128 || MB_CUR_MAX == 1)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return towlower(c) != c ? towlower(c) : later_lower(c);
}

/* Locales of programs built for glibc are asked for by name, and all but C are UTF-8. */
wint_t __mc_towupper_l(wint_t c, locale_t locale)
{
	(void)locale;
	return __mc_towupper(c);
}

wint_t __mc_towlower_l(wint_t c, locale_t locale)
{
	(void)locale;
	return __mc_towlower(c);
}
