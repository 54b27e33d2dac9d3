/* recipes: regex regcomp
 * Generated patterns and texts, always the same ones: every answer is printed. */
#define _GNU_SOURCE
#include <locale.h>
#include <regex.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed = 88172645463325252ULL;

static unsigned roll(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 20) % n;
}

static char text[64];
static const char *const alphabets[] = {"ab", "abc", "aAbB", "ab\n", "a_ -", "a\xc3\xa9\xc3\x89" "b", "ab.*"};

static void make_text(const char *alphabet)
{
	unsigned n = roll(10), len = (unsigned)strlen(alphabet);
	char *to = text;
	while (n--) {
		unsigned i = roll(len);
		*to++ = alphabet[alphabet[i] < 0 ? i - (i + 1) % 2 : i];
		if (alphabet[i] < 0) /* both bytes of a letter */
			*to++ = alphabet[i + i % 2];
	}
	*to = 0;
}

static char pattern[400];
static int extended, groups, use_backrefs;
static int wild; /* with an argument: all that glibc answers in odd ways too, for reading, not for comparing */

static void put(const char *s)
{
	if (strlen(pattern) + strlen(s) < sizeof pattern)
		strcat(pattern, s);
}

enum { REPEATS = 1, NULLABLE = 2 };

/* Says whether a group is repeated inside or all may match nothing: such a group is not repeated. glibc's time is
 * exponential in such nests, and what it reports for empty turns is not what POSIX says. */
static int make(int depth)
{
	int result = NULLABLE;
	static const char *const lists[] = {"[ab]", "[^a]", "[[:alpha:]]", "[a-b]", "[^[:space:]b]", "[]a]", "[b-]", "[[.a.]]", "[[=a=]b]"};
	unsigned count = 1 + roll(depth ? 2 : 3);

	for (unsigned i = 0; i < count; i++) {
		int group = 0, inside = 0, assertion = 0;
		switch (roll(depth > 2 || groups > 3 ? 6 : 10)) {
		case 0:
		case 1:
		case 2:
			put(roll(2) ? "a" : "b");
			break;
		case 3:
			put(roll(3) ? "." : lists[roll(9)]);
			break;
		case 4:
			assertion = roll(4) == 0 && (wild || !depth);
			put(!assertion ? "c" : (const char *[]){"^", "$", "\\<", "\\>", "\\b", "\\B", "\\w", "\\W", "\\`", "\\'"}[roll(10)]);
			break;
		case 5:
			if (use_backrefs && groups && !depth)
				put((const char *[]){"\\1", "\\2"}[groups > 1 ? roll(2) : 0]);
			else
				put("a");
			break;
		default:
			group = 1;
			groups++;
			put(extended ? "(" : "\\(");
			inside = make(depth + 1);
			if (roll(2)) {
				put(extended ? "|" : "\\|");
				{ int other = make(depth + 1); inside |= other; }
			}
			put(extended ? ")" : "\\)");
		}
		unsigned repeat = roll(8);
		result |= inside & REPEATS;
		if (group && inside & ~wild) {
			if (!(inside & NULLABLE))
				result &= ~NULLABLE;
			continue;
		}
		if (group && repeat < 4)
			result |= REPEATS;
		if (repeat > 3 && !assertion)
			result &= ~NULLABLE;
		switch (repeat) {
		case 0:
			put("*");
			break;
		case 1:
			put(extended ? "+" : "\\+");
			break;
		case 2:
			put(extended ? "?" : "\\?");
			break;
		case 3:
			put(extended ? (const char *[]){"{2}", "{0,2}", "{1,}", "{,1}", "{0}"}[roll(5)]
				     : (const char *[]){"\\{2\\}", "\\{0,2\\}", "\\{1,\\}", "\\{,1\\}", "\\{0\\}"}[roll(5)]);
			break;
		}
	}
	return result;
}

static void try(int flags, const char *alphabet)
{
	regex_t r;
	regmatch_t m[6];
	int e = regcomp(&r, pattern, flags);

	printf("/%s/%d:", pattern, flags);
	if (e) {
		char message[100];
		regerror(e, &r, message, sizeof message);
		printf(" error %d %s\n", e, message);
		return;
	}
	printf("%zu", r.re_nsub);
	for (int i = 0; i < 6; i++) {
		make_text(alphabet);
		int eflags = roll(4) ? 0 : roll(4);
		e = regexec(&r, text, 6, m, eflags & 3);
		if (e)
			printf(" <%s>%d no%d", text, eflags & 3, e);
		else {
			printf(" <%s>%d", text, eflags & 3);
			for (int k = 0; k < (use_backrefs ? 2 : 6) && k <= (int)r.re_nsub; k++)
				printf(",%d-%d", m[k].rm_so, m[k].rm_eo);
		}
	}
	putchar('\n');
	regfree(&r);
}

static void random_bytes(void)
{
	static const char *const bits[] = {"a", "b", "(", ")", "[", "]", "*", "+", "?", "{", "}", "1", "2", ",", "|", "\\", "^", "$", ".", "-", "[:alpha:]", "[:nope:]", "\\(", "\\)", "\\{", "\\}", "\\|", "\\1", "[^", "a-b", "\n", "[.", ".]", "[=", "z-a"};
	unsigned n = 1 + roll(8);

	*pattern = 0;
	while (n--)
		put(bits[roll(sizeof bits / sizeof *bits)]);
}

static void gnu(reg_syntax_t syntax, const char *name)
{
	struct re_pattern_buffer b;
	struct re_registers regs = {0};
	const char *error;
	int r;

	memset(&b, 0, sizeof b);
	re_set_syntax(syntax);
	error = re_compile_pattern(pattern, strlen(pattern), &b);
	printf("%s /%s/: %s", name, pattern, error ? error : "");
	if (!error) {
		for (int i = 0; i < 3; i++) {
			make_text("ab(){}|\n^$");
			int n = (int)strlen(text), start = (int)roll(n + 1);
			if (roll(3) == 0)
				r = re_search(&b, text, n, n, -n, &regs);
			else if (roll(2))
				r = re_search(&b, text, n, start, n - start, &regs);
			else
				r = re_match(&b, text, n, start, &regs);
			printf(" <%s>%d %d", text, start, r);
			for (unsigned k = 0; r >= 0 && k < regs.num_regs; k++)
				printf(",%d-%d", regs.start[k], regs.end[k]);
		}
		free(regs.start);
		free(regs.end);
		regfree(&b);
	}
	putchar('\n');
}

/* What a program sets in the pattern between compiling and searching, as grep does: the bits are where glibc has them. */
static void bits(void)
{
	for (unsigned set = 0; set < 8; set++) {
		static const char *const patterns[] = {"^3", "3$", "(1|2)(3|4).*\\1$", "^(1).*\\1"};
		for (int i = 0; i < 4; i++) {
			struct re_pattern_buffer compiled = {0};
			struct re_registers registers = {0};
			re_set_syntax(RE_SYNTAX_EGREP);
			re_compile_pattern(patterns[i], strlen(patterns[i]), &compiled);
			compiled.not_bol = set & 1, compiled.not_eol = set >> 1 & 1, compiled.newline_anchor = set >> 2;
			printf("%s %u: %d", patterns[i], set, (int)re_search(&compiled, "131\n3\n", 3, 0, 3, &registers));
			printf(" %d\n", (int)re_search(&compiled, "131\n3\n", 6, 0, 6, &registers));
			free(registers.start);
			free(registers.end);
			regfree(&compiled);
		}
	}
}

int main(int argc, char **argv)
{
	static const struct {
		reg_syntax_t syntax;
		const char *name;
	} all[] = {{RE_SYNTAX_EMACS, "emacs"}, {RE_SYNTAX_AWK, "awk"}, {RE_SYNTAX_GNU_AWK, "gawk"}, {RE_SYNTAX_POSIX_AWK, "posix awk"}, {RE_SYNTAX_GREP, "grep"}, {RE_SYNTAX_EGREP, "egrep"}, {RE_SYNTAX_POSIX_EGREP, "posix egrep"}, {RE_SYNTAX_SED, "sed"}, {RE_SYNTAX_POSIX_BASIC, "basic"}, {RE_SYNTAX_POSIX_EXTENDED, "extended"}, {RE_SYNTAX_POSIX_MINIMAL_BASIC, "minimal"}, {RE_SYNTAX_POSIX_MINIMAL_EXTENDED, "minimal extended"}, {RE_SYNTAX_POSIX_EXTENDED | RE_ICASE, "icase"}};
	int rounds = argc > 1 ? atoi(argv[1]) : 1500;

	wild = argc > 2 ? NULLABLE : 0;
	bits();

	for (int utf8 = 0; utf8 < 2; utf8++) {
		printf("locale %d\n", setlocale(LC_ALL, utf8 ? "C.UTF-8" : "C") != 0);
		for (int i = 0; i < rounds; i++) {
			extended = (int)roll(2);
			use_backrefs = roll(8) == 0;
			groups = 0;
			*pattern = 0;
			make(0);
			if (roll(8) == 0)
				put(utf8 ? "\xc3\xa9*" : "a*");
			try((extended ? REG_EXTENDED : 0) | (roll(4) ? 0 : REG_ICASE) | (roll(4) ? 0 : REG_NEWLINE), alphabets[roll(7)]);
		}
		for (int i = 0; i < rounds; i++) {
			random_bytes();
			try((roll(2) ? REG_EXTENDED : 0) | (roll(4) ? 0 : REG_NEWLINE), "ab(){}|");
			int k = (int)roll(sizeof all / sizeof *all);
			gnu(all[k].syntax, all[k].name);
		}
	}
	return 0;
}
