#include "shimtest.h"
#undef res_hnok
extern int res_hnok(const char *), res_dnok(const char *), res_mailok(const char *), res_ownok(const char *);
int main(void)
{
	char label[80], name[600];
	static const char *const texts[] = {"", ".", "..", " ", "a", "a.", "a..b", ".a", "-a", "a-", "a-.b", "-a.b", "_a", "a_", "a b", "a\\032b", "a\\032b.c", "a\\.b.c", "\\", "a\\", "a\\25", "a\\256",
		"a\\001", "\\000.b", "A1.example.com", "*", "*.a", "*a.b", "a.*", "*.*", "a\\*b", "\\*.b", "x@y", "x@y.z", "user.name.example.com", "us er.example.com", "a.b-", "a.-b", "\xc3\xa4.de",
		"\\195a.de", "-", "1.2", "_sip._tcp.a", "*.", "a\\-", "\\-a", "a-b.", "a.b..", "a\t", "a\x7f", "\\a.b", "a.\\065", "a.\\200"};
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
		printf("%s: %d %d %d %d\n", texts[i], VIA(res_hnok)(texts[i]), VIA(res_dnok)(texts[i]), VIA(res_mailok)(texts[i]), VIA(res_ownok)(texts[i]));
	for (int n = 60; n < 68; n++) {
		memset(label, 'a', n);
		label[n] = 0;
		snprintf(name, sizeof name, "b.%s.", label);
		printf("%d %d %d %d\n", n, VIA(res_hnok)(label), VIA(res_dnok)(name), VIA(res_mailok)(name));
	}
	for (int n = 245; n < 262; n++)
		for (int dot = 0; dot < 2; dot++) {
			for (int i = 0; i < n; i++)
				name[i] = i % 5 == 4 ? '.' : 'a';
			if (name[n - 1] == '.')
				name[n - 1] = 'b';
			name[n] = 0;
			if (dot)
				strcat(name, ".");
			printf("%d %d %d %d\n", n, dot, VIA(res_hnok)(name), VIA(res_dnok)(name));
		}
}
