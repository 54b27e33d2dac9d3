/* recipe: argz
 * symbols: argz_add argz_add_sep argz_append argz_count argz_create argz_create_sep argz_delete argz_extract argz_insert
 *   argz_next argz_replace argz_stringify __argz_count __argz_next __argz_stringify
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc manual, "Argz Functions"
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef int error_t;

error_t argz_append(char **argz, size_t *length, const char *bytes, size_t count)
{
	char *grown = realloc(*argz, *length + count ? *length + count : 1);

	if (!grown)
		return ENOMEM;
	memcpy(grown + *length, bytes, count);
	*argz = grown;
	*length += count;
	return 0;
}

error_t argz_add(char **argz, size_t *length, const char *text)
{
	return argz_append(argz, length, text, strlen(text) + 1);
}

error_t argz_add_sep(char **argz, size_t *length, const char *text, int separator)
{
	size_t count = strlen(text) + 1;
	char *grown, *to;

	if (count == 1)
		return 0;
	if (!(grown = realloc(*argz, *length + count)))
		return ENOMEM;
	/* Runs of separators, also the leading ones, leave no empty element. */
	to = grown + *length;
	for (const char *from = text; *from; from++) {
		if (*from != (char)separator)
			*to++ = *from;
		else if (to > grown && to[-1] != '\0')
			*to++ = '\0';
	}
	*to++ = '\0'; /* so a trailing separator leaves an empty element, as in glibc */
	*argz = grown;
	*length = (size_t)(to - grown);
	return 0;
}

error_t argz_create(char *const argv[], char **argz, size_t *length)
{
	size_t total = 0, used = 0;

	for (char *const *a = argv; *a; a++)
		total += strlen(*a) + 1;
	*length = total;
	*argz = 0;
	if (!total)
		return 0;
	if (!(*argz = malloc(total)))
		return ENOMEM;
	for (char *const *a = argv; *a; a++) {
		strcpy(*argz + used, *a);
		used += strlen(*a) + 1;
	}
	return 0;
}

error_t argz_create_sep(const char *text, int separator, char **argz, size_t *length)
{
	size_t size = strlen(text) + 1;
	char *to;

	*argz = 0;
	*length = 0;
	if (size == 1)
		return 0;
	if (!(*argz = malloc(size)))
		return ENOMEM;
	to = *argz;
	for (const char *from = text; *from; from++) {
		if (*from != (char)separator)
			*to++ = *from;
		else if (to > *argz && to[-1] != '\0')
			*to++ = '\0';
	}
	*to++ = '\0';
	*length = (size_t)(to - *argz);
	return 0;
}

size_t argz_count(const char *argz, size_t length)
{
	size_t count = 0;

	while (length > 0) {
		size_t n = strlen(argz) + 1;
		argz += n;
		length -= n;
		count++;
	}
	return count;
}

void argz_extract(const char *argz, size_t length, char **argv)
{
	while (length > 0) {
		size_t n = strlen(argz) + 1;
		*argv++ = (char *)argz;
		argz += n;
		length -= n;
	}
	*argv = 0;
}

char *argz_next(const char *argz, size_t length, const char *entry)
{
	if (!entry)
		return length > 0 ? (char *)argz : 0;
	if (entry < argz + length)
		entry = strchr(entry, '\0') + 1;
	return entry < argz + length ? (char *)entry : 0;
}

void argz_stringify(char *argz, size_t length, int separator)
{
	while (length > 0) {
		size_t n = strlen(argz);
		if (n + 1 >= length)
			return; /* the last element keeps its end */
		argz[n] = (char)separator;
		argz += n + 1;
		length -= n + 1;
	}
}

void argz_delete(char **argz, size_t *length, char *entry)
{
	size_t n;

	if (!entry)
		return;
	n = strlen(entry) + 1;
	*length -= n;
	memmove(entry, entry + n, *length - (size_t)(entry - *argz));
	if (!*length) {
		free(*argz);
		*argz = 0;
	}
}

error_t argz_insert(char **argz, size_t *length, char *before, const char *entry)
{
	size_t n, offset;
	char *grown;

	if (!before)
		return argz_add(argz, length, entry);
	if (before < *argz || before >= *argz + *length)
		return EINVAL;
	while (before > *argz && before[-1])
		before--;
	n = strlen(entry) + 1;
	offset = (size_t)(before - *argz);
	if (!(grown = realloc(*argz, *length + n)))
		return ENOMEM;
	memmove(grown + offset + n, grown + offset, *length - offset);
	memcpy(grown + offset, entry, n);
	*argz = grown;
	*length += n;
	return 0;
}

/* Appends one element with every occurrence of text replaced; count goes up by one when there was any. */
static error_t append_replaced(char **argz, size_t *length, const char *element, const char *text, const char *with,
			       unsigned *count)
{
	size_t n = strlen(text);
	const char *hit;
	unsigned changed = 0;
	error_t e = 0;

	while (!e && (hit = strstr(element, text))) {
		e = argz_append(argz, length, element, (size_t)(hit - element));
		if (!e)
			e = argz_append(argz, length, with, strlen(with));
		element = hit + n;
		changed = 1;
	}
	*count += changed;
	return e ? e : argz_append(argz, length, element, strlen(element) + 1);
}

error_t argz_replace(char **argz, size_t *length, const char *text, const char *with, unsigned *count)
{
	char *out = 0, *element = 0;
	size_t size = 0;
	unsigned before = 0, *hits = count ? count : &before, start = *hits;
	error_t e = 0;

	if (!text || !*text)
		return 0;
	while (!e && (element = argz_next(*argz, *length, element)))
		e = append_replaced(&out, &size, element, text, with, hits);
	if (e || *hits == start) {
		free(out);
		return e;
	}
	free(*argz);
	*argz = out;
	*length = size;
	return 0;
}

size_t __argz_count(const char *, size_t) __attribute__((alias("argz_count")));
char *__argz_next(const char *, size_t, const char *) __attribute__((alias("argz_next")));
void __argz_stringify(char *, size_t, int) __attribute__((alias("argz_stringify")));
