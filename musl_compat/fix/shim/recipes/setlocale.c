/* recipe: setlocale
 * symbols: setlocale
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: every name is accepted, as musl does; a locale that another object of the process set through musl is not seen
 * spec: POSIX.1-2024 setlocale; glibc manual "Setting the Locale": one name when all categories have it, else LC_CTYPE=...;...
 * scope: private
 */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of glibc's thirteen numbers LC_ALL is one; musl knows those below it. */
enum { CATEGORIES = 13, LONGEST = 64 };
static const char *const variables[CATEGORIES] = {
	"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", 0,
	"LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION",
};
static char names[CATEGORIES][LONGEST], all[CATEGORIES * (LONGEST + 20)];

static const char *name_of(int category)
{
	return *names[category] ? names[category] : "C";
}

static const char *from_environment(int category)
{
	const char *order[] = {"LC_ALL", variables[category], "LANG"};

	for (int i = 0; i < 3; i++) {
		const char *value = getenv(order[i]);
		if (value && *value)
			return value;
	}
	return "C";
}

static int set_one(int category, const char *name, size_t length)
{
	char copy[LONGEST];

	if (!length) {
		name = from_environment(category);
		length = strlen(name);
	}
	if (length >= LONGEST || memchr(name, '/', length))
		return 0;
	memcpy(copy, name, length);
	copy[length] = '\0';
	if (!strcmp(copy, "POSIX"))
		strcpy(copy, "C");
	if (category < LC_ALL && !setlocale(category, copy))
		return 0;
	strcpy(names[category], copy);
	return 1;
}

/* LC_CTYPE=a;LC_NUMERIC=b;...: what a call for all categories returned. */
static int set_each(const char *list)
{
	while (*list) {
		size_t key = strcspn(list, "="), value;
		int category = 0;
		if (!list[key])
			return 0;
		while (category < CATEGORIES && (!variables[category] || strlen(variables[category]) != key ||
		       strncmp(variables[category], list, key)))
			category++;
		list += key + 1;
		value = strcspn(list, ";");
		if (category == CATEGORIES || !value || !set_one(category, list, value))
			return 0;
		list += value + (list[value] == ';');
	}
	return 1;
}

static char *all_names(void)
{
	size_t used = 0;
	int same = 1;

	for (int i = 0; i < CATEGORIES; i++)
		same &= i == LC_ALL || !strcmp(name_of(i), name_of(0));
	if (same)
		return strcpy(all, name_of(0));
	for (int i = 0; i < CATEGORIES; i++)
		if (i != LC_ALL)
			used += (size_t)snprintf(all + used, sizeof all - used, "%s%s=%s", used ? ";" : "", variables[i], name_of(i));
	return all;
}

char *__mc_setlocale(int category, const char *name)
{
	if (category < 0 || category >= CATEGORIES)
		return 0;
	if (category != LC_ALL)
		return !name || set_one(category, name, strlen(name)) ? (char *)name_of(category) : 0;
	if (name && strchr(name, '=') && !set_each(name))
		return 0;
	for (int i = 0; name && !strchr(name, '=') && i < CATEGORIES; i++)
		if (i != LC_ALL && !set_one(i, name, strlen(name)))
			return 0;
	return all_names();
}
