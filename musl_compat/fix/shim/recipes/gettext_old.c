/* recipe: gettext_old
 * symbols: __dcgettext __dgettext _nl_msg_cat_cntr _nl_default_dirname _libc_intl_domainname
 *   _nl_domain_bindings
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: _nl_msg_cat_cntr may be counted up by the program, which has no effect; _nl_domain_bindings is NULL
 * spec: glibc manual "Message catalogs in the gettext way"; GNU gettext manual "Long-running programs"
 * scope: public
 */
#include <libintl.h>

int _nl_msg_cat_cntr = 0;
const char _nl_default_dirname[] = "/usr/share/locale";
const char _libc_intl_domainname[] = "libc";
void *_nl_domain_bindings;

char *__dcgettext(const char *domain, const char *text, int category)
{
	return dcgettext(domain, text, category);
}

char *__dgettext(const char *domain, const char *text)
{
	return dgettext(domain, text);
}
