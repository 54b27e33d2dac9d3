/* recipe: gettext
 * symbols: gettext dgettext dcgettext ngettext dngettext dcngettext
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: setlocale
 * fidelity: equivalent
 * differs: a catalogue of another character encoding than the locale's is not converted, as musl does not
 * spec: glibc manual "Using gettextized software": LANGUAGE is a list of languages by priority, unless the locale is C
 * scope: private
 */
#define _GNU_SOURCE
#include <libintl.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

char *__mc_setlocale(int, const char *);

/* The locales of languages that were asked for; they stay, as what gettext returns does. */
static struct language {
	struct language *next;
	locale_t locale;
	char name[];
} *languages;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct language *find(const char *name, size_t length)
{
	struct language *l = languages;
	locale_t base;

	while (l && (strncmp(l->name, name, length) || l->name[length]))
		l = l->next;
	if (l || !(l = malloc(sizeof *l + length + 1)))
		return l;
	memcpy(l->name, name, length);
	l->name[length] = '\0';
	base = duplocale(LC_GLOBAL_LOCALE);
	l->locale = base ? newlocale(LC_MESSAGES_MASK, l->name, base) : 0;
	l->next = languages;
	languages = l;
	return l;
}

static locale_t locale_of(const char *name, size_t length)
{
	struct language *l;

	pthread_mutex_lock(&lock);
	l = find(name, length);
	pthread_mutex_unlock(&lock);
	return l ? l->locale : 0;
}

char *__mc_dcngettext(const char *domain, const char *one, const char *many, unsigned long n, int category)
{
	const char *list = getenv("LANGUAGE");

	if (category != LC_MESSAGES || !list || !*list || !strcmp(__mc_setlocale(LC_MESSAGES, 0), "C"))
		return dcngettext(domain, one, many, n, category);
	while (*list) {
		size_t length = strcspn(list, ":");
		locale_t l = length ? locale_of(list, length) : 0;
		if (l) {
			locale_t before = uselocale(l);
			char *found = dcngettext(domain, one, many, n, category);
			uselocale(before);
			if (found != one && found != many)
				return found;
		}
		list += length + (list[length] == ':');
	}
	return dcngettext(domain, one, many, n, category);
}

char *__mc_dcgettext(const char *domain, const char *one, int category)
{
	return __mc_dcngettext(domain, one, one, 1, category);
}

char *__mc_dngettext(const char *domain, const char *one, const char *many, unsigned long n)
{
	return __mc_dcngettext(domain, one, many, n, LC_MESSAGES);
}

char *__mc_dgettext(const char *domain, const char *one)
{
	return __mc_dcngettext(domain, one, one, 1, LC_MESSAGES);
}

char *__mc_ngettext(const char *one, const char *many, unsigned long n)
{
	return __mc_dcngettext(0, one, many, n, LC_MESSAGES);
}

char *__mc_gettext(const char *one)
{
	return __mc_dcngettext(0, one, one, 1, LC_MESSAGES);
}
