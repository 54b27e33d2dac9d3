#define _GNU_SOURCE
#include <fnmatch.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
static uint64_t seed = 88172645463325252ULL;
static unsigned roll(unsigned n)
{
	seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
	return (unsigned)(seed >> 20) % n;
}
int main(void)
{
	static const char *const bits[] = {"a", "b", "A", "*", "?", "[ab]", "[!a]", "[a-c]", "[[:upper:]]", "/", ".", "\\*", "\\a", "[]a]", "[", "]", "-", "[^b]", "[!]", "[a"};
	static const char *const ext[] = {"*(a|b)", "?(a)", "+(ab|b)", "@(a|b*)", "!(a)", "!(*a)", "*(?(a)b)", "@(a", "+([ab])", "?(.)a"};
	static const char *const fixed[][2] = {{"*(a|b", "a"}, {"a\\", "a\\"}, {"", ""}, {"*", ""}, {"**", "x"}, {"*/b", "a/b"}, {"[[:nope:]]", "a"}, {"[[.a.]-c]", "b"}, {"[[=a=]]", "a"}, {"\xc3\xa9*", "\xc3\xa9x"}, {"?", "\xc3\xa9"}, {"!(*.c|*.h)", "x.c"}, {"!(*.c|*.h)", "x.o"}, {"@(foo|bar)baz", "barbaz"}};
	static const char letters[] = "aabbcA/.-]*";
	for (int utf8 = 0; utf8 < 2; utf8++) {
		setlocale(LC_ALL, utf8 ? "C.UTF-8" : "C");
		for (unsigned i = 0; i < sizeof fixed / sizeof *fixed; i++)
			for (int flags = 0; flags < 64; flags++)
				printf("%s %s %d: %d\n", fixed[i][0], fixed[i][1], flags, fnmatch(fixed[i][0], fixed[i][1], flags));
		for (int i = 0; i < 20000; i++) {
			char p[200] = "", t[20];
			int extended = roll(3) == 0, n = (int)roll(8);
			for (unsigned k = 1 + roll(5); k; k--)
				strcat(p, extended && roll(3) == 0 ? ext[roll(10)] : bits[extended ? roll(2) : roll(roll(2) ? 8 : 20)]);
			for (int k = 0; k < n; k++)
				t[k] = letters[roll(11)];
			t[n] = 0;
			int flags = extended ? FNM_EXTMATCH | (int)(roll(2) * FNM_CASEFOLD) : (int)(roll(2) ? roll(32) : 0);
			printf("%s %s %d: %d\n", p, t, flags, fnmatch(p, t, flags));
		}
	}
}
