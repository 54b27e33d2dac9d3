/* recipe: _internal_argp_help
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: ARGP_HELP_FMT is not read; texts are not translated
 * spec: glibc manual, "Argp Help Filtering", "Argp Help Flags", "Argp User Customization" (the columns of the output)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_argp.h"
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_COLUMN = 2, LONG_COLUMN = 6, DOC_OPTION_COLUMN = 2, DOC_COLUMN = 29, HEADER_COLUMN = 1, USAGE_INDENT = 12, RIGHT_MARGIN = 79 };

extern const char *argp_program_bug_address;

/* One option with its aliases, or a heading. */
struct entry {
	const struct argp_option *first;
	int count, group;
	const struct argp *argp;
	const struct cluster *cluster;
	int order;
};

/* The options of a child with a header or a group of its own. */
struct cluster {
	const char *header;
	int group, depth, index;
	const struct cluster *parent;
	struct cluster *next;
};

struct help {
	const struct argp_state *state;
	FILE *stream;
	struct entry *entries;
	int count, room;
	struct cluster *clusters;
	int cluster_count, column, separate_groups, duplicate_arguments;
};

static void put(struct help *h, const char *text)
{
	for (; *text; text++) {
		putc(*text, h->stream);
		h->column = *text == '\n' ? 0 : h->column + 1;
	}
}

static void indent(struct help *h, int column)
{
	while (h->column < column)
		put(h, " ");
}

/* Text in lines that end before the right margin; further lines begin at the left one. */
static void put_filled(struct help *h, const char *text, int left)
{
	while (*text) {
		size_t spaces = strspn(text, " "), word = strcspn(text + spaces, " \n");
		if (*text == '\n') {
			put(h, "\n");
			text++;
			if (*text && *text != '\n')
				indent(h, left);
			continue;
		}
		if (h->column > left && h->column + (int)(spaces + word) >= RIGHT_MARGIN) {
			put(h, "\n");
			indent(h, left);
		} else {
			for (size_t i = 0; i < spaces; i++)
				put(h, " ");
		}
		fwrite(text + spaces, 1, word, h->stream);
		h->column += (int)word;
		text += spaces + word;
	}
}

static int is_end(const struct argp_option *o)
{
	return !o->key && !o->name && !o->doc && !o->group;
}

static int is_short(const struct argp_option *o)
{
	return !(o->flags & OPTION_DOC) && o->key > 0 && o->key <= 255 && isprint(o->key);
}

static int is_visible(const struct argp_option *o)
{
	return !(o->flags & OPTION_HIDDEN);
}

static const struct cluster *add_cluster(struct help *h, const struct argp_child *child, const struct cluster *parent)
{
	struct cluster *c;

	if (!child->header && !child->group)
		return parent;
	c = calloc(1, sizeof *c);
	if (!c)
		return parent;
	*c = (struct cluster){child->header, child->group, parent ? parent->depth + 1 : 0, h->cluster_count++, parent, h->clusters};
	h->clusters = c;
	return c;
}

static void collect(struct help *h, const struct argp *argp, const struct cluster *cluster)
{
	int group = 0;

	for (const struct argp_option *o = argp->options; o && !is_end(o);) {
		struct entry *e;
		if (h->count == h->room) {
			struct entry *bigger = realloc(h->entries, (size_t)(h->room + 32) * sizeof *bigger);
			if (!bigger)
				return;
			h->entries = bigger;
			h->room += 32;
		}
		group = o->group ? o->group : !o->name && !o->key ? group + 1 : group;
		e = &h->entries[h->count];
		*e = (struct entry){o, 0, group, argp, cluster, h->count};
		do
			e->count++, o++;
		while (!is_end(o) && o->flags & OPTION_ALIAS);
		h->count++;
	}
	for (const struct argp_child *c = argp->children; c && c->argp; c++)
		collect(h, c->argp, add_cluster(h, c, cluster));
}

static const char *long_name(const struct entry *e)
{
	for (int i = 0; i < e->count; i++)
		if (e->first[i].name && is_visible(&e->first[i]))
			return e->first[i].name;
	return 0;
}

static int short_letter(const struct entry *e)
{
	for (int i = 0; i < e->count; i++)
		if (is_short(&e->first[i]) && is_visible(&e->first[i]))
			return e->first[i].key;
	return 0;
}

/* 0 and the positive groups first, then the negative ones. */
static int compare_groups(int a, int b)
{
	if ((a < 0) != (b < 0))
		return a < 0 ? 1 : -1;
	return a < b ? -1 : a > b;
}

/* The group that counts at the outermost level where two entries part. */
static int compare_places(const struct entry *a, const struct entry *b)
{
	const struct cluster *ca = a->cluster, *cb = b->cluster, *last_a = 0, *last_b = 0;

	while (ca && (!cb || ca->depth > cb->depth))
		last_a = ca, ca = ca->parent;
	while (cb && (!ca || cb->depth > ca->depth))
		last_b = cb, cb = cb->parent;
	while (ca != cb) {
		last_a = ca, ca = ca->parent;
		last_b = cb, cb = cb->parent;
	}
	if (last_a && last_b) {
		int groups = compare_groups(last_a->group, last_b->group);
		return groups ? groups : last_a->index - last_b->index;
	}
	if (last_a || last_b) {
		int groups = compare_groups(last_a ? last_a->group : a->group, last_b ? last_b->group : b->group);
		return groups ? groups : last_a ? 1 : -1;
	}
	return compare_groups(a->group, b->group);
}

static int compare(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	int result = compare_places(a, b), doc_a = a->first->flags & OPTION_DOC, doc_b = b->first->flags & OPTION_DOC;
	int short_a = short_letter(a), short_b = short_letter(b), first_a, first_b;
	const char *long_a = long_name(a), *long_b = long_name(b);

	if (result)
		return result;
	/* A heading stands before the options of its group. */
	first_a = short_a || long_a;
	first_b = short_b || long_b;
	if (!first_a || !first_b)
		return first_a != first_b ? first_a - first_b : a->order - b->order;
	if (doc_a != doc_b)
		return doc_a ? 1 : -1;
	if (!short_a && !short_b)
		result = strcasecmp(long_a, long_b);
	if (!result) {
		first_a = short_a ? short_a : *long_a;
		first_b = short_b ? short_b : *long_b;
		result = tolower(first_a) - tolower(first_b);
		if (!result)
			result = first_b - first_a;
	}
	return result ? result : a->order - b->order;
}

static const char *filter(const struct help *h, const struct argp *argp, int key, const char *doc, char **made)
{
	*made = 0;
	if (argp->help_filter) {
		const char *filtered = argp->help_filter(key, doc, h->state ? h->state->input : 0);
		if (filtered != doc)
			*made = (char *)(uintptr_t)filtered;
		return filtered;
	}
	return doc;
}

static void put_header(struct help *h, const char *header, const struct argp *argp, int first)
{
	char *made;
	const char *text = filter(h, argp, KEY_HELP_HEADER, header, &made);

	if (text) {
		if (*text) {
			if (!first)
				put(h, "\n");
			indent(h, HEADER_COLUMN);
			put_filled(h, text, HEADER_COLUMN);
			put(h, "\n");
		}
		h->separate_groups = 1;
	}
	free(made);
}

static int inside(const struct cluster *a, const struct cluster *b)
{
	while (a && a != b)
		a = a->parent;
	return a == b;
}

/* Before the first name of an entry what divides it from the one before; before the others a comma. */
static void begin_name(struct help *h, const struct entry *e, const struct entry *before, int *first, int column)
{
	if (!*first) {
		put(h, ", ");
		indent(h, column);
		return;
	}
	if (h->separate_groups && before && e->group != before->group)
		put(h, "\n");
	if (e->cluster && e->cluster->header && *e->cluster->header &&
	    (!before || (before->cluster != e->cluster && !inside(before->cluster, e->cluster))))
		put_header(h, e->cluster->header, e->argp, !before);
	*first = 0;
	indent(h, column);
}

static void put_argument(struct help *h, const struct argp_option *o, const char *before, const char *before_optional)
{
	if (!o->arg)
		return;
	put(h, o->flags & OPTION_ARG_OPTIONAL ? before_optional : before);
	put(h, o->arg);
	if (o->flags & OPTION_ARG_OPTIONAL)
		put(h, "]");
}

static void put_doc(struct help *h, const struct entry *e)
{
	char *made;
	const char *doc = filter(h, e->argp, e->first->key, e->first->doc, &made);

	if (doc && *doc) {
		if (h->column > DOC_COLUMN + 3)
			put(h, "\n");
		else if (h->column >= DOC_COLUMN)
			put(h, "   ");
		indent(h, DOC_COLUMN);
		put_filled(h, doc, DOC_COLUMN);
	}
	free(made);
	put(h, "\n");
}

static void put_entry(struct help *h, const struct entry *e, const struct entry *before)
{
	const struct argp_option *real = e->first;
	int first = 1, have_long = 0, first_long = 1, has_short = 0;

	for (int i = 0; i < e->count; i++)
		have_long |= e->first[i].name && is_visible(&e->first[i]) && !(real->flags & OPTION_DOC);
	for (int i = 0; i < e->count; i++) {
		const struct argp_option *o = &e->first[i];
		char text[3] = {'-', (char)o->key, '\0'};
		if (!is_short(o) || !is_visible(o))
			continue;
		begin_name(h, e, before, &first, SHORT_COLUMN);
		put(h, text);
		has_short = 1;
		if (!have_long)
			put_argument(h, real, " ", "[");
	}
	for (int i = 0; i < e->count; i++) {
		const struct argp_option *o = &e->first[i];
		if (!o->name || !is_visible(o))
			continue;
		if (real->flags & OPTION_DOC) {
			begin_name(h, e, before, &first, DOC_OPTION_COLUMN);
			put(h, o->name);
			continue;
		}
		begin_name(h, e, before, &first, first || first_long ? LONG_COLUMN : 0);
		put(h, "--");
		put(h, o->name);
		if (first_long)
			put_argument(h, real, "=", "[=");
		first_long = 0;
	}
	h->duplicate_arguments |= has_short && have_long && real->arg;
	if (first) {
		if (!real->name && !short_letter(e) && real->doc && !real->key)
			put_header(h, real->doc, e->argp, !before);
		return;
	}
	put_doc(h, e);
}

static void put_list(struct help *h)
{
	const struct entry *before = 0;
	char *made;
	const char *note = "Mandatory or optional arguments to long options are also mandatory or optional for any corresponding short options.";

	for (int i = 0; i < h->count; i++) {
		const struct entry *e = &h->entries[i];
		put_entry(h, e, before);
		if (long_name(e) || short_letter(e) || (!e->first->name && !e->first->key)) /* not a hidden one */
			before = e;
	}
	if (!h->duplicate_arguments)
		return;
	note = filter(h, h->state ? h->state->root_argp : h->entries[0].argp, KEY_HELP_DUP_ARGS_NOTE, note, &made);
	if (note && *note) {
		put(h, "\n");
		put_filled(h, note, 0);
		put(h, "\n");
	}
	free(made);
}

/* A word of a usage line: on the next line when it would cross the margin. */
static void put_usage(struct help *h, const char *text)
{
	if (h->column + (int)strlen(text) + 1 >= RIGHT_MARGIN) {
		put(h, "\n");
		indent(h, USAGE_INDENT);
	} else {
		put(h, " ");
	}
	put(h, text);
}

static int in_usage(const struct argp_option *o)
{
	return is_visible(o) && !(o->flags & (OPTION_NO_USAGE | OPTION_DOC));
}

static void put_usage_options(struct help *h)
{
	char text[1024];
	size_t n = 0;

	memcpy(text, "[-", 2);
	n = 2;
	for (int i = 0; i < h->count; i++)
		for (int k = 0; k < h->entries[i].count && n < sizeof text - 2; k++)
			if (is_short(&h->entries[i].first[k]) && in_usage(&h->entries[i].first[k]) && in_usage(h->entries[i].first) && !h->entries[i].first->arg)
				text[n++] = (char)h->entries[i].first[k].key;
	if (n > 2) {
		text[n++] = ']';
		text[n] = '\0';
		put_usage(h, text);
	}
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < h->count; i++) {
			const struct argp_option *real = h->entries[i].first;
			for (int k = 0; k < h->entries[i].count; k++) {
				const struct argp_option *o = &real[k];
				int optional = real->flags & OPTION_ARG_OPTIONAL;
				if (!in_usage(o) || !in_usage(real))
					continue;
				if (!pass && is_short(o) && real->arg)
					snprintf(text, sizeof text, optional ? "[-%c[%s]]" : "[-%c %s]", o->key, real->arg);
				else if (pass && o->name && real->arg)
					snprintf(text, sizeof text, optional ? "[--%s[=%s]]" : "[--%s=%s]", o->name, real->arg);
				else if (pass && o->name)
					snprintf(text, sizeof text, "[--%s]", o->name);
				else
					continue;
				put_usage(h, text);
			}
		}
	}
}

/* The argument patterns of argp and its children. args_doc may hold several, one per line: turn says which. */
static void put_arguments(struct help *h, const struct argp *argp, int turn, int *more)
{
	char *made, *line;
	const char *doc = filter(h, argp, KEY_HELP_ARGS_DOC, argp->args_doc, &made), *end;

	for (; doc && turn > 0 && strchr(doc, '\n'); turn--)
		doc = strchr(doc, '\n') + 1;
	if (doc) {
		end = strchr(doc, '\n');
		*more |= end != 0;
		line = strndup(doc, end ? (size_t)(end - doc) : strlen(doc));
		if (line)
			put_usage(h, line);
		free(line);
	}
	free(made);
	for (const struct argp_child *c = argp->children; c && c->argp; c++)
		put_arguments(h, c->argp, 0, more);
}

static void put_usage_lines(struct help *h, const struct argp *argp, unsigned flags, const char *name)
{
	int more = 1;

	for (int turn = 0; more; turn++) {
		more = 0;
		put(h, turn ? "  or: " : "Usage:");
		put(h, turn ? "" : " ");
		put(h, name);
		if (flags & HELP_SHORT_USAGE) {
			if (h->count)
				put(h, " [OPTION...]");
		} else if (!turn) {
			put_usage_options(h);
		} else if (h->count) {
			put(h, " [OPTION...]");
		}
		put_arguments(h, argp, turn, &more);
		put(h, "\n");
	}
}

/* The part of the text before or after a vertical tab, for argp and then its children. Says whether anything was put. */
static int put_docs(struct help *h, const struct argp *argp, int after, int blank_before, int first_only)
{
	char *made, *part = 0;
	const char *doc = argp->doc, *tab = doc ? strchr(doc, '\v') : 0, *text;
	int any = 0;

	if (after)
		part = tab ? strdup(tab + 1) : 0;
	else if (doc)
		part = tab ? strndup(doc, (size_t)(tab - doc)) : strdup(doc);
	text = filter(h, argp, after ? KEY_HELP_POST_DOC : KEY_HELP_PRE_DOC, part, &made);
	if (text && *text) {
		if (blank_before)
			put(h, "\n");
		put_filled(h, text, 0);
		if (h->column)
			put(h, "\n");
		any = 1;
	}
	if (made && made != part)
		free(made);
	free(part);
	if (after && argp->help_filter) {
		text = filter(h, argp, KEY_HELP_EXTRA, 0, &made);
		if (text && *text) {
			if (any || blank_before)
				put(h, "\n");
			put_filled(h, text, 0);
			if (h->column)
				put(h, "\n");
			any = 1;
		}
		free(made);
	}
	for (const struct argp_child *c = argp->children; c && c->argp && !(first_only && any); c++)
		any |= put_docs(h, c->argp, after, any || blank_before, first_only);
	return any;
}

void mc_argp_help(const struct argp *argp, const struct argp_state *state, FILE *stream, unsigned flags, const char *name)
{
	struct help h = {.state = state, .stream = stream};
	int any = 0;

	flockfile(stream);
	collect(&h, argp, 0);
	if (h.count)
		qsort(h.entries, (size_t)h.count, sizeof *h.entries, compare);
	if (flags & (HELP_USAGE | HELP_SHORT_USAGE)) {
		put_usage_lines(&h, argp, flags, name);
		any = 1;
	}
	if (flags & HELP_PRE_DOC)
		any |= put_docs(&h, argp, 0, 0, 1);
	if (flags & HELP_SEE) {
		fprintf(stream, "Try `%s --help' or `%s --usage' for more information.\n", name, name);
		any = 1;
	}
	if (flags & HELP_LONG && h.count) {
		if (any)
			put(&h, "\n");
		put_list(&h);
		any = 1;
	}
	if (flags & HELP_POST_DOC)
		any |= put_docs(&h, argp, 1, any, 0);
	if (flags & HELP_BUG_ADDR && argp_program_bug_address) {
		if (any)
			put(&h, "\n");
		fprintf(stream, "Report bugs to %s.\n", argp_program_bug_address);
	}
	funlockfile(stream);
	free(h.entries);
	while (h.clusters) {
		struct cluster *next = h.clusters->next;
		free(h.clusters);
		h.clusters = next;
	}
}
