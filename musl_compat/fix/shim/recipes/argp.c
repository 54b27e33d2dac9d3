/* recipe: argp
 * symbols: argp_parse argp_help argp_state_help argp_error argp_failure argp_usage argp_program_version
 *   argp_program_version_hook argp_program_bug_address argp_err_exit_status __argp_parse
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_argp_help
 * fidelity: equivalent
 * differs: ARGP_HELP_FMT is not read; --HANG is not known; texts are not translated
 * spec: glibc manual, "Parsing Program Options with Argp"
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_argp.h"
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *argp_program_version, *argp_program_bug_address;
void (*argp_program_version_hook)(FILE *, struct argp_state *);
int argp_err_exit_status = 64; /* EX_USAGE */

enum { OPTION_PROGNAME = -2, OPTION_USAGE = -3 };

/* One argp of the tree while parsing. Parents come before their children. */
struct group {
	const struct argp *argp;
	struct group *parent;
	int index; /* among the parent's children */
	unsigned args;
	void *input, *hook, **child_inputs;
};

struct parser {
	struct group *groups;
	size_t count;
	struct argp_state state;
	void **inputs;
	const char *next_letter; /* the rest of a word of short options */
	int first_operand, last_operand;
};

void argp_state_help(const struct argp_state *state, FILE *stream, unsigned flags);

void argp_help(const struct argp *argp, FILE *stream, unsigned flags, char *name)
{
	mc_argp_help(argp, 0, stream, flags, name);
}

static const char *name_of(const struct argp_state *state)
{
	return state ? state->name : program_invocation_short_name;
}

static void leave(const struct argp_state *state, unsigned flags)
{
	if (state && state->flags & NO_EXIT)
		return;
	if (flags & HELP_EXIT_ERR)
		exit(argp_err_exit_status);
	if (flags & HELP_EXIT_OK)
		exit(0);
}

void argp_state_help(const struct argp_state *state, FILE *stream, unsigned flags)
{
	if (!stream || (state && state->flags & NO_ERRS))
		return;
	if (state && state->root_argp)
		mc_argp_help(state->root_argp, state, stream, flags, name_of(state));
	leave(state, flags);
}

void argp_usage(const struct argp_state *state)
{
	argp_state_help(state, stderr, HELP_SHORT_USAGE | HELP_SEE | HELP_EXIT_ERR);
}

void argp_error(const struct argp_state *state, const char *format, ...)
{
	FILE *stream = state ? state->err_stream : stderr;
	va_list args;

	if ((state && state->flags & NO_ERRS) || !stream)
		return;
	fprintf(stream, "%s: ", name_of(state));
	va_start(args, format);
	vfprintf(stream, format, args);
	va_end(args);
	putc('\n', stream);
	argp_state_help(state, stream, HELP_STD_ERR);
}

void argp_failure(const struct argp_state *state, int status, int number, const char *format, ...)
{
	FILE *stream = state ? state->err_stream : stderr;
	va_list args;

	if ((state && state->flags & NO_ERRS) || !stream)
		return;
	fprintf(stream, "%s", name_of(state));
	if (format) {
		fputs(": ", stream);
		va_start(args, format);
		vfprintf(stream, format, args);
		va_end(args);
	}
	if (number)
		fprintf(stream, ": %s", strerror(number));
	putc('\n', stream);
	if (status && !(state && state->flags & NO_EXIT))
		exit(status);
}

/* The options that every program has. */
static error_t parse_default(int key, char *arg, struct argp_state *state)
{
	switch (key) {
	case '?':
		argp_state_help(state, state->out_stream, HELP_STD_HELP);
		return 0;
	case OPTION_USAGE:
		argp_state_help(state, state->out_stream, HELP_USAGE | HELP_EXIT_OK);
		return 0;
	case OPTION_PROGNAME: {
		char *slash = strrchr(arg, '/');
		program_invocation_name = arg;
		state->name = slash ? slash + 1 : arg;
		program_invocation_short_name = state->name;
		if ((state->flags & (PARSE_ARGV0 | NO_ERRS)) == PARSE_ARGV0)
			state->argv[0] = arg;
		return 0;
	}
	}
	return UNKNOWN;
}

static error_t parse_version(int key, char *arg, struct argp_state *state)
{
	(void)arg;
	if (key != 'V')
		return UNKNOWN;
	if (argp_program_version_hook)
		argp_program_version_hook(state->out_stream, state);
	else if (argp_program_version)
		fprintf(state->out_stream, "%s\n", argp_program_version);
	else
		argp_error(state, "(PROGRAM ERROR) No version known!?");
	if (!(state->flags & NO_EXIT))
		exit(0);
	return 0;
}

static const struct argp_option default_options[] = {
	{"help", '?', 0, 0, "Give this help list", -1},
	{"usage", OPTION_USAGE, 0, 0, "Give a short usage message", 0},
	{"program-name", OPTION_PROGNAME, "NAME", OPTION_HIDDEN, "Set the program name", 0},
	{0, 0, 0, 0, 0, 0},
};
static const struct argp_option version_options[] = {
	{"version", 'V', 0, 0, "Print program version", -1},
	{0, 0, 0, 0, 0, 0},
};
static const struct argp default_argp = {.options = default_options, .parser = parse_default};
static const struct argp version_argp = {.options = version_options, .parser = parse_version};

static size_t count_groups(const struct argp *argp, size_t *children)
{
	size_t n = 1;

	for (const struct argp_child *c = argp->children; c && c->argp; c++) {
		++*children;
		n += count_groups(c->argp, children);
	}
	return n;
}

static void add_groups(struct parser *p, const struct argp *argp, struct group *parent, int index, void ***inputs)
{
	struct group *g = &p->groups[p->count++];
	int children = 0;

	*g = (struct group){.argp = argp, .parent = parent, .index = index};
	for (const struct argp_child *c = argp->children; c && c->argp; c++)
		children++;
	if (children) {
		g->child_inputs = *inputs;
		*inputs += children;
	}
	for (int i = 0; i < children; i++)
		add_groups(p, argp->children[i].argp, g, i, inputs);
}

static error_t call(struct parser *p, struct group *g, int key, char *arg)
{
	error_t e;

	if (!g->argp->parser)
		return UNKNOWN;
	p->state.hook = g->hook;
	p->state.input = g->input;
	p->state.child_inputs = g->child_inputs;
	p->state.arg_num = g->args;
	e = g->argp->parser(key, arg, &p->state);
	g->hook = p->state.hook;
	return e;
}

static error_t init(struct parser *p, void *input)
{
	p->groups[0].input = input;
	for (size_t i = 0; i < p->count; i++) {
		struct group *g = &p->groups[i];
		error_t e;
		if (g->parent)
			g->input = g->parent->child_inputs[g->index];
		/* Without a parser of its own an argp hands its input to its first child. */
		if (!g->argp->parser && g->child_inputs)
			g->child_inputs[0] = g->input;
		e = call(p, g, KEY_INIT, 0);
		if (e && e != UNKNOWN)
			return e;
	}
	return 0;
}

static const struct argp_option *real_option(const struct argp_option *all, const struct argp_option *o)
{
	while (o > all && o->flags & OPTION_ALIAS)
		o--;
	return o;
}

static int is_end(const struct argp_option *o)
{
	return !o->key && !o->name && !o->doc && !o->group;
}

static const struct argp_option *find_short(struct parser *p, int letter, struct group **group)
{
	for (size_t i = 0; i < p->count; i++) {
		for (const struct argp_option *o = p->groups[i].argp->options; o && !is_end(o); o++) {
			if (!(o->flags & OPTION_DOC) && o->key == letter && letter > 0 && letter < 256) {
				*group = &p->groups[i];
				return o;
			}
		}
	}
	return 0;
}

/* By its name or the beginning of one name alone. ambiguous is set when there are several. */
static const struct argp_option *find_long(struct parser *p, const char *name, size_t n, struct group **group, int *ambiguous)
{
	const struct argp_option *found = 0;

	*ambiguous = 0;
	for (size_t i = 0; i < p->count; i++) {
		for (const struct argp_option *o = p->groups[i].argp->options; o && !is_end(o); o++) {
			if (!o->name || o->flags & OPTION_DOC || strncmp(o->name, name, n))
				continue;
			if (!o->name[n]) {
				*group = &p->groups[i];
				*ambiguous = 0;
				return o;
			}
			*ambiguous |= found != 0;
			found = o;
			*group = &p->groups[i];
		}
	}
	return *ambiguous ? 0 : found;
}

static error_t complain(struct parser *p, const char *format, ...)
{
	va_list args;

	if (!(p->state.flags & NO_ERRS)) {
		fprintf(stderr, "%s: ", p->state.flags & PARSE_ARGV0 || !p->state.argv[0] ? name_of(&p->state) : p->state.argv[0]);
		va_start(args, format);
		vfprintf(stderr, format, args);
		va_end(args);
		putc('\n', stderr);
	}
	return UNKNOWN;
}

static error_t complain_ambiguous(struct parser *p, const char *dashes, const char *word, size_t n)
{
	if (p->state.flags & NO_ERRS)
		return UNKNOWN;
	fprintf(stderr, "%s: option '%s%s' is ambiguous; possibilities:", name_of(&p->state), dashes, word);
	for (size_t i = 0; i < p->count; i++)
		for (const struct argp_option *o = p->groups[i].argp->options; o && !is_end(o); o++)
			if (o->name && !(o->flags & OPTION_DOC) && !strncmp(o->name, word, n))
				fprintf(stderr, " '%s%s'", dashes, o->name);
	putc('\n', stderr);
	return UNKNOWN;
}

static error_t deliver(struct parser *p, struct group *g, const struct argp_option *o, char *arg)
{
	error_t e = call(p, g, o->key ? o->key : real_option(g->argp->options, o)->key, arg);

	if (e == UNKNOWN)
		return complain(p, "%s%s: (PROGRAM ERROR) Option should have been recognized!?", "--", o->name ? o->name : "");
	return e;
}

static error_t parse_long(struct parser *p, char *word, const char *dashes)
{
	size_t n = strcspn(word, "=");
	char *value = word[n] ? word + n + 1 : 0;
	struct group *g = 0;
	int ambiguous;
	const struct argp_option *o = find_long(p, word, n, &g, &ambiguous), *real;

	if (ambiguous)
		return complain_ambiguous(p, dashes, word, n);
	if (!o)
		return complain(p, "unrecognized option '%s%s'", dashes, word);
	real = real_option(g->argp->options, o);
	if (value && !real->arg)
		return complain(p, "option '%s%s' doesn't allow an argument", dashes, o->name);
	if (!value && real->arg && !(real->flags & OPTION_ARG_OPTIONAL)) {
		if (p->state.next >= p->state.argc)
			return complain(p, "option '%s%s' requires an argument", dashes, o->name);
		value = p->state.argv[p->state.next++];
	}
	return deliver(p, g, o, value);
}

static error_t parse_short(struct parser *p)
{
	int letter = (unsigned char)*p->next_letter++;
	struct group *g = 0;
	const struct argp_option *o = find_short(p, letter, &g), *real;
	char *value = 0;

	if (!o)
		return complain(p, "invalid option -- '%c'", letter);
	real = real_option(g->argp->options, o);
	if (real->arg) {
		if (*p->next_letter)
			value = (char *)(uintptr_t)p->next_letter;
		p->next_letter = "";
		if (!value && !(real->flags & OPTION_ARG_OPTIONAL)) {
			if (p->state.next >= p->state.argc)
				return complain(p, "option requires an argument -- '%c'", letter);
			value = p->state.argv[p->state.next++];
		}
	}
	return deliver(p, g, o, value);
}

static void rotate(char **a, int from, int middle, int to)
{
	for (; middle < to; from++, middle++) {
		char *held = a[middle];
		memmove(&a[from + 1], &a[from], (size_t)(middle - from) * sizeof *a);
		a[from] = held;
	}
}

/* An operand: each group is asked, first for this one, then whether it takes all that are left. */
static error_t parse_operand(struct parser *p, char *arg)
{
	int index = --p->state.next;
	error_t e = UNKNOWN;
	struct group *g = p->groups;
	int key = KEY_ARG;

	for (size_t i = 0; i < p->count && e == UNKNOWN; i++) {
		g = &p->groups[i];
		p->state.next++;
		key = KEY_ARG;
		e = call(p, g, key, arg);
		if (e == UNKNOWN) {
			p->state.next--;
			key = KEY_ARGS;
			e = call(p, g, key, 0);
		}
	}
	if (e)
		return e;
	if (key == KEY_ARGS)
		p->state.next = p->state.argc;
	if (p->state.next > index)
		g->args += (unsigned)(p->state.next - index);
	return 0;
}

/* One step: an option, an operand, or the end (then *done). Operands move behind the options unless they are wanted in order. */
static error_t parse_next(struct parser *p, int *done)
{
	struct argp_state *s = &p->state;
	char *word;

	if (*p->next_letter)
		return parse_short(p);
	if (s->quoted && s->next < s->quoted)
		s->quoted = 0;
	while (s->next < s->argc) {
		word = s->argv[s->next];
		if (!s->quoted && word[0] == '-' && word[1]) {
			/* The operands passed over go behind this word. */
			if (p->first_operand < p->last_operand && p->last_operand <= s->next) {
				int taken = s->next - p->last_operand;
				rotate(s->argv, p->first_operand, p->last_operand, s->next);
				p->first_operand += taken;
				p->last_operand = s->next;
			} else if (p->first_operand >= p->last_operand) {
				p->first_operand = p->last_operand = s->next;
			}
			s->next++;
			if (!strcmp(word, "--")) {
				rotate(s->argv, p->first_operand, p->last_operand, s->next);
				s->quoted = p->first_operand + 1;
				s->next = p->first_operand + 1;
				p->first_operand = p->last_operand = s->next;
				continue;
			}
			if (word[1] == '-')
				return parse_long(p, word + 2, "--");
			p->next_letter = word + 1;
			if (s->flags & LONG_ONLY && word[2]) {
				struct group *g;
				int ambiguous;
				if (find_long(p, word + 1, strcspn(word + 1, "="), &g, &ambiguous) || ambiguous) {
					p->next_letter = "";
					return parse_long(p, word + 1, "-");
				}
			}
			return parse_short(p);
		}
		if (s->flags & NO_ARGS) {
			*done = 1;
			return 0;
		}
		if (s->quoted || s->flags & IN_ORDER) {
			s->next++;
			return parse_operand(p, word);
		}
		if (p->first_operand >= p->last_operand || p->last_operand != s->next) {
			if (p->first_operand < p->last_operand) {
				int taken = s->next - p->last_operand;
				rotate(s->argv, p->first_operand, p->last_operand, s->next);
				p->first_operand += taken;
			} else {
				p->first_operand = s->next;
			}
		}
		p->last_operand = ++s->next;
	}
	/* The options are over: back to the operands, which come now. */
	if (p->first_operand < p->last_operand) {
		rotate(s->argv, p->first_operand, p->last_operand, s->next);
		s->next -= p->last_operand - p->first_operand;
		p->first_operand = p->last_operand = s->next;
		s->quoted = s->next ? s->next : 1;
		return 0;
	}
	*done = 1;
	return 0;
}

static error_t finish(struct parser *p, error_t e, int unparsed, int *end)
{
	struct argp_state *s = &p->state;

	if (e == UNKNOWN && unparsed)
		e = 0;
	if (!e && s->next == s->argc) {
		for (size_t i = 0; i < p->count && (!e || e == UNKNOWN); i++)
			if (!p->groups[i].args)
				e = call(p, &p->groups[i], KEY_NO_ARGS, 0);
		for (size_t i = p->count; i-- > 0 && (!e || e == UNKNOWN);)
			e = call(p, &p->groups[i], KEY_END, 0);
		if (e == UNKNOWN)
			e = 0;
		if (end)
			*end = s->next;
	} else if (!e && end) {
		*end = s->next;
	} else if (!e) {
		if (!(s->flags & NO_ERRS) && s->err_stream)
			fprintf(s->err_stream, "%s: Too many arguments\n", s->name);
		e = UNKNOWN;
	}
	if (e) {
		if (e == UNKNOWN)
			argp_state_help(s, s->err_stream, HELP_STD_ERR);
		for (size_t i = 0; i < p->count; i++)
			call(p, &p->groups[i], KEY_ERROR, 0);
	} else {
		for (size_t i = p->count; i-- > 0 && (!e || e == UNKNOWN);)
			e = call(p, &p->groups[i], KEY_SUCCESS, 0);
		if (e == UNKNOWN)
			e = 0;
	}
	for (size_t i = p->count; i-- > 0;)
		call(p, &p->groups[i], KEY_FINI, 0);
	return e == UNKNOWN ? EINVAL : e;
}

error_t argp_parse(const struct argp *argp, int argc, char **argv, unsigned flags, int *end, void *input)
{
	struct argp_child with_defaults[4] = {{.argp = argp}, {.argp = &default_argp}, {0}, {0}};
	struct argp top = {.children = with_defaults};
	struct parser p = {.next_letter = ""};
	size_t children = 0, count;
	int done = 0, unparsed = 0;
	void **inputs;
	char *slash;
	error_t e;

	if (!(flags & NO_HELP)) {
		if (argp_program_version || argp_program_version_hook)
			with_defaults[2].argp = &version_argp;
		if (!argp)
			with_defaults[0] = with_defaults[1], with_defaults[1] = with_defaults[2], with_defaults[2].argp = 0;
		argp = &top;
	}
	count = count_groups(argp, &children);
	p.groups = calloc(count, sizeof *p.groups);
	p.inputs = calloc(children + 1, sizeof *p.inputs);
	if (!p.groups || !p.inputs) {
		free(p.groups);
		free(p.inputs);
		return ENOMEM;
	}
	inputs = p.inputs;
	add_groups(&p, argp, 0, 0, &inputs);
	p.state = (struct argp_state){.root_argp = argp, .argc = argc, .argv = argv, .next = flags & PARSE_ARGV0 ? 0 : 1, .flags = flags,
				      .err_stream = stderr, .out_stream = stdout, .pstate = &p};
	if (p.state.next > argc)
		p.state.next = argc;
	p.first_operand = p.last_operand = p.state.next;
	slash = argc > 0 && argv[0] && !(flags & PARSE_ARGV0) ? strrchr(argv[0], '/') : 0;
	p.state.name = argc > 0 && argv[0] && !(flags & PARSE_ARGV0) ? (slash ? slash + 1 : argv[0]) : program_invocation_short_name;
	if (getenv("POSIXLY_CORRECT"))
		p.state.flags |= IN_ORDER;
	e = init(&p, input);
	while (!e && !done) {
		int before = p.state.next;
		e = parse_next(&p, &done);
		unparsed = e == UNKNOWN && before >= 0 && p.state.next < argc && p.state.quoted;
	}
	e = finish(&p, e, unparsed, end);
	free(p.groups);
	free(p.inputs);
	return e;
}

error_t __argp_parse(const struct argp *, int, char **, unsigned, int *, void *) __attribute__((alias("argp_parse")));
