/* recipe: _internal_regex_bracket
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: ranges are by code point; collating elements and equivalence classes are single characters
 * spec: POSIX XBD 9.3.5 (RE bracket expression); glibc manual, "Regular Expressions"
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_regex.h"
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct mc_chunk {
	struct mc_chunk *next;
	size_t used, size;
	_Alignas(16) unsigned char bytes[];
};

void *mc_regex_alloc(struct mc_arena *arena, size_t size)
{
	struct mc_chunk *c = arena->chunks;
	void *at;

	size = (size + 15) & ~(size_t)15;
	if (!c || c->size - c->used < size) {
		size_t room = size > 4000 ? size : 4000;
		c = malloc(sizeof *c + room);
		if (!c)
			return 0;
		*c = (struct mc_chunk){.next = arena->chunks, .size = room};
		arena->chunks = c;
	}
	at = c->bytes + c->used;
	c->used += size;
	return at;
}

void mc_regex_release(struct mc_arena *arena)
{
	while (arena->chunks) {
		struct mc_chunk *next = arena->chunks->next;
		free(arena->chunks);
		arena->chunks = next;
	}
}

static uint32_t decode_utf8(const unsigned char *s, size_t room, int *length)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned n = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
	uint32_t c;

	*length = 1;
	if (s[0] < 0xc2 || s[0] > 0xf4 || room < n)
		return MC_INVALID + s[0];
	c = s[0] & (0x7fU >> n);
	for (unsigned i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return MC_INVALID + s[0];
		c = c << 6 | (s[i] & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return MC_INVALID + s[0];
	*length = (int)n;
	return c;
}

/* The character at s, translated and in upper case as asked; its length in bytes. s < end. */
uint32_t mc_regex_decode(const unsigned char *s, const unsigned char *end, const unsigned char *translate, int multibyte, int icase, int *length)
{
	uint32_t c = translate ? translate[*s] : *s;

	*length = 1;
	if (c >= 0x80 && multibyte)
		c = decode_utf8(s, (size_t)(end - s), length);
	if (icase) {
		if (c < 0x80)
			c -= c >= 'a' && c <= 'z' ? 32 : 0;
		else if (multibyte && c < MC_INVALID)
			c = (uint32_t)towupper((wint_t)c);
	}
	return c;
}

int mc_regex_set_has(const struct mc_set *set, uint32_t c, int multibyte)
{
	int in = 0;

	if (c < 256 && (!multibyte || c < 128)) {
		in = set->bits[c / 32] >> c % 32 & 1;
	} else if (c >= MC_INVALID) {
		return 0;
	} else {
		for (uint32_t i = 0; i < set->range_count && !in; i++)
			in = c >= set->ranges[i].low && c <= set->ranges[i].high;
		for (uint32_t i = 0; i < set->class_count && !in; i++)
			in = iswctype((wint_t)c, set->classes[i]) != 0;
	}
	return in != set->negated && !(set->not_newline && c == '\n');
}

/* A set that grows while its expression is read. */
struct builder {
	struct mc_parser *p;
	struct mc_set *set;
	uint32_t room;
};

static int fail(struct mc_parser *p, int error)
{
	if (!p->error)
		p->error = error;
	return 0;
}

static struct mc_set *set_of_size(struct mc_parser *p, uint32_t ranges)
{
	struct mc_set *set = mc_regex_alloc(p->arena, sizeof *set + ranges * sizeof *set->ranges);

	if (!set)
		fail(p, REG_ESPACE);
	else
		memset(set, 0, sizeof *set);
	return set;
}

static int add_range(struct builder *b, uint32_t low, uint32_t high)
{
	struct mc_set *set = b->set;

	for (uint32_t c = low; c <= high && c < 256; c++)
		set->bits[c / 32] |= 1U << c % 32;
	if (!b->p->multibyte || high < 128 || low >= MC_INVALID)
		return 1;
	if (set->range_count == b->room) {
		struct mc_set *bigger = set_of_size(b->p, b->room * 2);
		if (!bigger)
			return 0;
		memcpy(bigger, set, sizeof *set + b->room * sizeof *set->ranges);
		b->set = set = bigger;
		b->room *= 2;
	}
	set->ranges[set->range_count++] = (struct mc_range){low, high};
	return 1;
}

static int add_class(struct builder *b, const char *name)
{
	static const char names[][7] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower",
					"print", "punct", "space", "upper", "xdigit"};
	struct mc_set *set = b->set;
	wctype_t class;
	size_t known = 0;

	while (known < sizeof names / sizeof *names && strcmp(names[known], name))
		known++;
	if (known == sizeof names / sizeof *names)
		return fail(b->p, REG_ECTYPE);
	if (b->p->icase && (!strcmp(name, "upper") || !strcmp(name, "lower")))
		name = "alpha";
	class = wctype(name);
	for (uint32_t c = 0; c < 128; c++)
		if (iswctype((wint_t)c, class))
			set->bits[c / 32] |= 1U << c % 32;
	for (uint32_t i = 0; i < set->class_count; i++)
		if (set->classes[i] == class)
			return 1;
	set->classes[set->class_count++] = class;
	return 1;
}

struct mc_set *mc_regex_class_set(struct mc_parser *p, const char *class, const char *extra, int negated)
{
	struct builder b = {p, set_of_size(p, 1), 1};

	if (!b.set || !add_class(&b, class))
		return 0;
	for (; *extra; extra++)
		add_range(&b, (unsigned char)*extra, (unsigned char)*extra);
	b.set->negated = (uint8_t)negated;
	b.set->not_newline = negated && p->syntax & RE_HAT_LISTS_NOT_NEWLINE;
	return b.set;
}

enum kind { B_CHAR, B_RANGE, B_CLOSE, B_CLASS, B_EQUIVALENCE, B_COLLATING, B_END };

struct element {
	enum kind kind;
	uint32_t value;
	int length;
	char name[32];
};

static struct element peek(struct mc_parser *p)
{
	struct element e = {.kind = B_END};
	const unsigned char *s = p->text;
	size_t left = (size_t)(p->end - s);

	if (!left)
		return e;
	e.kind = B_CHAR;
	if (*s == '\\' && p->syntax & RE_BACKSLASH_ESCAPE_IN_LISTS && left > 1) {
		e.value = mc_regex_decode(s + 1, p->end, p->translate, p->multibyte, p->icase, &e.length);
		e.length++;
		return e;
	}
	e.value = mc_regex_decode(s, p->end, p->translate, p->multibyte, p->icase, &e.length);
	if (*s == '[' && left > 1 && (s[1] == '.' || s[1] == '=' || (s[1] == ':' && p->syntax & RE_CHAR_CLASSES))) {
		e.kind = s[1] == '.' ? B_COLLATING : s[1] == '=' ? B_EQUIVALENCE : B_CLASS;
		e.length = 2;
	} else if (*s == ']') {
		e.kind = B_CLOSE;
	} else if (*s == '-') {
		/* Three in a row are one plain minus, as in the first grep and awk. */
		if (left > 3 && s[1] == '-' && s[2] == '-')
			e.length = 3;
		else
			e.kind = B_RANGE;
	}
	return e;
}

/* The name between [: and :], [= and =], [. and .]; p->text is behind the opening pair. */
static int read_name(struct mc_parser *p, char delimiter, char *to)
{
	size_t n = 0;

	if (p->text == p->end)
		return fail(p, REG_EBRACK);
	for (;; p->text++) {
		if (n >= 31 || p->text == p->end)
			return fail(p, REG_EBRACK);
		if (p->text + 1 < p->end && *p->text == (unsigned char)delimiter && p->text[1] == ']')
			break;
		to[n++] = (char)*p->text;
	}
	p->text += 2;
	to[n] = '\0';
	return 1;
}

/* Takes the element: what it is, with a name or one character. */
static int take(struct mc_parser *p, struct element *e, int accept_minus)
{
	int length;

	if (e->kind == B_RANGE && !accept_minus) {
		struct element next;
		p->text++;
		next = peek(p);
		p->text--;
		if (next.kind != B_CLOSE)
			return fail(p, REG_ERANGE);
	}
	p->text += e->length;
	switch (e->kind) {
	case B_CLASS:
		return read_name(p, ':', e->name);
	case B_EQUIVALENCE:
	case B_COLLATING:
		if (!read_name(p, e->kind == B_COLLATING ? '.' : '=', e->name))
			return 0;
		if (!*e->name)
			return fail(p, REG_ECOLLATE);
		e->value = mc_regex_decode((unsigned char *)e->name, (unsigned char *)e->name + strlen(e->name), p->translate, p->multibyte,
					   p->icase, &length);
		return (size_t)length == strlen(e->name) ? 1 : fail(p, REG_ECOLLATE);
	default:
		return 1;
	}
}

static int add_span(struct builder *b, const struct element *low, const struct element *high)
{
	if (low->kind == B_CLASS || low->kind == B_EQUIVALENCE || high->kind == B_CLASS || high->kind == B_EQUIVALENCE)
		return fail(b->p, REG_ERANGE);
	if (low->value > high->value)
		return b->p->syntax & RE_NO_EMPTY_RANGES ? fail(b->p, REG_ERANGE) : 1;
	return add_range(b, low->value, high->value);
}

/* One item of the list: a character, a class, a range. */
static int read_item(struct builder *b, struct element e, int first)
{
	struct mc_parser *p = b->p;
	struct element next, high;

	if (!take(p, &e, first))
		return 0;
	if (e.kind == B_CLASS)
		return add_class(b, e.name);
	next = peek(p);
	if (next.kind == B_END && e.kind != B_EQUIVALENCE)
		return fail(p, REG_EBRACK);
	if (next.kind == B_RANGE && e.kind != B_EQUIVALENCE) {
		p->text++;
		high = peek(p);
		if (high.kind == B_END)
			return fail(p, REG_EBRACK);
		if (high.kind != B_CLOSE)
			return take(p, &high, 1) && add_span(b, &e, &high);
		p->text--;
	}
	return add_range(b, e.value, e.value);
}

/* Reads a bracket expression; p->text is behind the opening bracket. Null with p->error set. */
struct mc_set *mc_regex_bracket(struct mc_parser *p)
{
	struct builder b = {p, set_of_size(p, 4), 4};
	struct element e = peek(p);
	int negated = 0, first = 1;

	if (!b.set)
		return 0;
	if (e.kind == B_END)
		return fail(p, REG_BADPAT), (struct mc_set *)0;
	if (e.kind == B_CHAR && *p->text == '^') {
		negated = 1;
		p->text++;
		e = peek(p);
		if (e.kind == B_END)
			return fail(p, REG_BADPAT), (struct mc_set *)0;
	}
	if (e.kind == B_CLOSE)
		e.kind = B_CHAR; /* a closing bracket that comes first is a member */
	while (e.kind != B_CLOSE) {
		if (!read_item(&b, e, first))
			return 0;
		first = 0;
		e = peek(p);
		if (e.kind == B_END)
			return fail(p, REG_EBRACK), (struct mc_set *)0;
	}
	p->text += e.length;
	b.set->negated = (uint8_t)negated;
	b.set->not_newline = negated && p->syntax & RE_HAT_LISTS_NOT_NEWLINE;
	return b.set;
}
