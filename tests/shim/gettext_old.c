#include "shimtest.h"

extern int _nl_msg_cat_cntr;
extern const char _nl_default_dirname[18], _libc_intl_domainname[5];
extern char *__dcgettext(const char *, const char *, int), *__dgettext(const char *, const char *);

int main(void)
{
	_nl_msg_cat_cntr++;
	puts(VIA(__dcgettext)("no-such-domain", "text", 5));
	puts(VIA(__dgettext)("no-such-domain", "other"));
	puts(_libc_intl_domainname);
	printf("%d\n", strlen(_nl_default_dirname) > 10);
	return 0;
}
