/* recipe: envz
 * symbols: envz_add envz_entry envz_get envz_merge envz_remove envz_strip
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: argz
 * fidelity: exact
 * differs: -
 * spec: glibc manual, "Envz Functions"
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef int error_t;

error_t argz_append(char **, size_t *, const char *, size_t);
error_t argz_add(char **, size_t *, const char *);
void argz_delete(char **, size_t *, char *);

/* A name ends at its end or at '='. */
static size_t name_length(const char *name)
{
	return strcspn(name, "=");
}

char *envz_entry(const char *envz, size_t length, const char *name)
{
	size_t n = name_length(name);

	while (length > 0) {
		size_t size = strlen(envz) + 1;
		if (name_length(envz) == n && !memcmp(envz, name, n))
			return (char *)envz;
		envz += size;
		length -= size;
	}
	return 0;
}

char *envz_get(const char *envz, size_t length, const char *name)
{
	char *entry = envz_entry(envz, length, name);

	if (!entry)
		return 0;
	entry += name_length(entry);
	return *entry ? entry + 1 : 0;
}

void envz_remove(char **envz, size_t *length, const char *name)
{
	argz_delete(envz, length, envz_entry(*envz, *length, name));
}

error_t envz_add(char **envz, size_t *length, const char *name, const char *value)
{
	error_t e;

	envz_remove(envz, length, name);
	if (!value)
		return argz_add(envz, length, name);
	e = argz_append(envz, length, name, strlen(name));
	if (!e)
		e = argz_append(envz, length, "=", 1);
	return e ? e : argz_append(envz, length, value, strlen(value) + 1);
}

error_t envz_merge(char **envz, size_t *length, const char *other, size_t other_length, int override)
{
	error_t e = 0;

	while (other_length > 0 && !e) {
		char *old = envz_entry(*envz, *length, other);
		size_t size = strlen(other) + 1;
		if (!old) {
			e = argz_append(envz, length, other, size);
		} else if (override) {
			argz_delete(envz, length, old);
			e = argz_append(envz, length, other, size);
		}
		other += size;
		other_length -= size;
	}
	return e;
}

void envz_strip(char **envz, size_t *length)
{
	char *to = *envz;
	const char *from = *envz;
	size_t left = *length;

	while (left > 0) {
		size_t size = strlen(from) + 1;
		if (memchr(from, '=', size)) {
			memmove(to, from, size);
			to += size;
		}
		from += size;
		left -= size;
	}
	*length = (size_t)(to - *envz);
}
