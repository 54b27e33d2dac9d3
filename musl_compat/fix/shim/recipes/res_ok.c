/* recipe: res_ok
 * symbols: res_hnok res_dnok res_mailok res_ownok __res_hnok __res_dnok __res_mailok __res_ownok
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: RFC 952 and RFC 1123 on host names, RFC 1035 section 5.1 on escapes in names and section 8 on mail boxes
 * scope: public
 */
#include <ctype.h>
#include <stddef.h>

typedef unsigned char uchar;

enum { LABEL = 63, NAME = 255 };

/* The next character of a name as text, escaped or printable; -1: there is none. */
static int next(const char **s, int *escaped)
{
	int value = 0;
	uchar c = (uchar)*(*s)++;

	*escaped = c == '\\';
	if (!*escaped)
		return c > 32 && c < 127 ? c : -1;
	if (!isdigit((uchar)**s))
		return **s ? (uchar)*(*s)++ : -1;
	for (int i = 0; i < 3; i++) {
		if (!isdigit((uchar)**s))
			return -1;
		value = value * 10 + *(*s)++ - '0';
	}
	return value < 256 ? value : -1;
}

/* The name as labels with their lengths before them, the last of length 0; 0 when it is no name. */
static int to_wire(const char *s, uchar wire[NAME])
{
	size_t label = 0, at = 1;
	int c, escaped;

	if (s[0] == '.' && !s[1])
		s++;
	while (*s) {
		c = next(&s, &escaped);
		if (c < 0)
			return 0;
		if (c == '.' && !escaped) {
			if (at == label + 1)
				return 0;
			wire[label] = (uchar)(at - label - 1);
			label = at++;
		} else {
			if (at >= NAME - 1 || at - label > LABEL)
				return 0;
			wire[at++] = (uchar)c;
		}
		if (at > NAME)
			return 0;
	}
	wire[label] = (uchar)(at - label - 1);
	if (wire[label])
		wire[at] = 0;
	return 1;
}

/* Letters, digits and hyphens, and the underscore that is in use. */
static int is_host(const uchar *label)
{
	for (; *label; label += *label + 1) {
		for (int i = 1; i <= *label; i++)
			if (label[i] > 127 || (!isalnum(label[i]) && label[i] != '-' && label[i] != '_'))
				return 0;
	}
	return 1;
}

int res_hnok(const char *name)
{
	uchar wire[NAME + 1] = {0};

	return to_wire(name, wire) && wire[1] != '-' && is_host(wire);
}

int res_dnok(const char *name)
{
	uchar wire[NAME + 1] = {0};

	return to_wire(name, wire);
}

/* The first label is the user, of any characters. */
int res_mailok(const char *name)
{
	uchar wire[NAME + 1] = {0};

	if (!to_wire(name, wire))
		return 0;
	return !*wire || (wire[*wire + 1] && is_host(wire + *wire + 1));
}

/* The first label may be an asterisk. */
int res_ownok(const char *name)
{
	uchar wire[NAME + 1] = {0};

	if (!to_wire(name, wire))
		return 0;
	if (wire[0] == 1 && wire[1] == '*')
		return is_host(wire + 2);
	return wire[1] != '-' && is_host(wire);
}

int __res_hnok(const char *name) __attribute__((alias("res_hnok")));
int __res_dnok(const char *name) __attribute__((alias("res_dnok")));
int __res_mailok(const char *name) __attribute__((alias("res_mailok")));
int __res_ownok(const char *name) __attribute__((alias("res_ownok")));
