/* recipe: _internal_regex_compile
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: _internal_regex_parse
 * fidelity: equivalent
 * differs: an expression of more than two million steps is refused with REG_ESPACE
 * spec: K. Thompson, "Regular Expression Search Algorithm", CACM 11(6), 1968: a tree becomes a list of steps with two-way
 *   splits
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_regex.h"
#include <stdlib.h>
#include <string.h>

enum { MAX_STEPS = 2000000 };

struct set_list {
	struct mc_set *set;
	struct set_list *next;
	uint32_t at; /* the step that uses it */
};

struct emitter {
	struct mc_instr *code;
	uint32_t count, room;
	struct set_list *sets;
	struct mc_arena *arena;
	int error;
};

static uint32_t emit(struct emitter *e, enum mc_op op, uint32_t value, uint32_t other)
{
	if (e->count == e->room && !e->error) {
		uint32_t room = e->room ? e->room * 2 : 64;
		struct mc_instr *bigger = room > MAX_STEPS * 2U ? 0 : realloc(e->code, room * sizeof *bigger);
		if (bigger) {
			e->code = bigger;
			e->room = room;
		} else {
			e->error = REG_ESPACE;
		}
	}
	if (e->error)
		return 0;
	e->code[e->count] = (struct mc_instr){op, value, other};
	return e->count++;
}

static void aim(struct emitter *e, uint32_t split)
{
	if (!e->error)
		e->code[split].other = e->count;
}

static void emit_node(struct emitter *e, const struct mc_node *n, int optional);

/* body once or more, then: (body)* is split(body, end), body, split(body, end). */
static void emit_star(struct emitter *e, const struct mc_node *body)
{
	uint32_t split = emit(e, MC_SPLIT, 0, 0), start = e->count, again;

	emit_node(e, body, 1);
	/* Back to the body first, the end second: a jump over the way back. */
	again = emit(e, MC_SPLIT, 0, 0);
	emit(e, MC_JUMP, 0, start);
	aim(e, again);
	aim(e, split);
}

/* body{0,count} as (((body)?body)?body)?: the outermost choice is tried first. */
static void emit_options(struct emitter *e, const struct mc_node *body, int count)
{
	uint32_t first = e->count;

	for (int i = 0; i < count; i++)
		emit(e, MC_SPLIT, 0, 0);
	for (int i = 0; i < count && !e->error; i++) {
		emit_node(e, body, 1);
		aim(e, first + (uint32_t)(count - 1 - i));
	}
}

static void emit_repeat(struct emitter *e, const struct mc_node *n)
{
	for (int i = 0; i < n->min && !e->error; i++)
		emit_node(e, n->child, 0);
	if (n->max == -1)
		emit_star(e, n->child);
	else if (n->max > n->min)
		emit_options(e, n->child, n->max - n->min);
}

static void emit_choice(struct emitter *e, const struct mc_node *n)
{
	uint32_t end = 0;

	/* The jumps to the end are chained through their targets until the end is known. */
	for (const struct mc_node *branch = n->child; branch && !e->error; branch = branch->next) {
		uint32_t split;
		if (!branch->next) {
			emit_node(e, branch, 0);
			break;
		}
		split = emit(e, MC_SPLIT, 0, 0);
		emit_node(e, branch, 0);
		end = emit(e, MC_JUMP, 0, end);
		aim(e, split);
	}
	while (end && !e->error) {
		uint32_t before = e->code[end].other;
		aim(e, end);
		end = before;
	}
}

static void emit_set(struct emitter *e, struct mc_set *set)
{
	struct set_list *item = mc_regex_alloc(e->arena, sizeof *item);

	if (!item) {
		e->error = REG_ESPACE;
		return;
	}
	*item = (struct set_list){set, e->sets, emit(e, MC_SET, 0, 0)};
	e->sets = item;
}

/* optional: the node is the body of a repetition that may be left out. */
static void emit_node(struct emitter *e, const struct mc_node *n, int optional)
{
	switch (n->type) {
	case NODE_EMPTY:
		break;
	case NODE_CHAR:
		emit(e, MC_CHAR, n->value, 0);
		break;
	case NODE_ANY:
		emit(e, MC_ANY, 0, 0);
		break;
	case NODE_SET:
		emit_set(e, n->set);
		break;
	case NODE_ASSERT:
		emit(e, MC_ASSERT, n->value, 0);
		break;
	case NODE_BACKREF:
		emit(e, MC_BACKREF, n->value, 0);
		break;
	case NODE_SEQUENCE:
		for (const struct mc_node *child = n->child; child && !e->error; child = child->next)
			emit_node(e, child, 0);
		break;
	case NODE_CHOICE:
		emit_choice(e, n);
		break;
	case NODE_GROUP:
		emit(e, MC_OPEN, n->value, 0);
		if (n->child)
			emit_node(e, n->child, 0);
		emit(e, MC_CLOSE, n->value, (uint32_t)optional);
		break;
	case NODE_REPEAT:
		emit_repeat(e, n);
		break;
	}
}

static size_t set_size(const struct mc_set *set)
{
	return (sizeof *set + set->range_count * sizeof *set->ranges + 15) & ~(size_t)15;
}

static void add_first(struct mc_program *p, const struct mc_instr *i)
{
	for (uint32_t byte = 0; byte < 256; byte++) {
		uint32_t c = byte;
		int in;
		if (byte >= 128 && p->multibyte) {
			/* A lead byte may begin many characters, and two cases of a letter differ in it. */
			in = i->op != MC_CHAR || i->value >= 128;
		} else {
			c -= p->icase && c >= 'a' && c <= 'z' ? 32 : 0;
			in = i->op == MC_ANY || (i->op == MC_CHAR && i->value == c) ||
			     (i->op == MC_SET && mc_regex_set_has((const struct mc_set *)((const char *)p + i->value), c, p->multibyte));
		}
		if (in)
			p->first[byte / 8] |= (uint8_t)(1U << byte % 8);
	}
}

/* Which bytes can begin a match: all that is reached from the start without consuming anything. */
static int find_first(struct mc_program *p, const unsigned char *translate)
{
	uint32_t *stack = malloc((p->instr_count + 1) * sizeof *stack), depth = 0;
	unsigned char *seen = calloc(p->instr_count + 1, 1);

	if (!stack || !seen) {
		free(stack);
		free(seen);
		return REG_ESPACE;
	}
	stack[depth++] = 0;
	seen[0] = 1;
	while (depth) {
		uint32_t at = stack[--depth], next[2], count = 0;
		const struct mc_instr *i = &p->code[at];
		switch (i->op) {
		case MC_CHAR:
		case MC_ANY:
		case MC_SET:
			add_first(p, i);
			break;
		case MC_BACKREF:
		case MC_MATCH:
			p->nullable = 1;
			break;
		case MC_SPLIT:
			next[count++] = i->other;
			next[count++] = at + 1;
			break;
		case MC_JUMP:
			next[count++] = i->other;
			break;
		default:
			next[count++] = at + 1;
		}
		while (count) {
			if (!seen[next[--count]]) {
				seen[next[count]] = 1;
				stack[depth++] = next[count];
			}
		}
	}
	free(stack);
	free(seen);
	/* A user's translation comes between bytes and characters: no telling. */
	if (p->nullable || translate)
		memset(p->first, 0xff, sizeof p->first);
	return 0;
}

static int assemble(struct re_pattern_buffer *preg, struct emitter *e, const struct mc_parser *parser)
{
	size_t code = (sizeof(struct mc_program) + e->count * sizeof *e->code + 15) & ~(size_t)15, size = code;
	struct mc_program *p;

	for (const struct set_list *s = e->sets; s; s = s->next)
		size += set_size(s->set);
	p = realloc(preg->buffer, size);
	if (!p)
		return REG_ESPACE;
	preg->buffer = p;
	preg->allocated = preg->used = size;
	memset(p, 0, sizeof *p);
	p->instr_count = e->count;
	p->group_count = parser->groups;
	p->referenced = parser->referenced;
	p->multibyte = (uint8_t)parser->multibyte;
	p->icase = (uint8_t)parser->icase;
	p->dot_newline = !!(parser->syntax & RE_DOT_NEWLINE);
	p->dot_null = !(parser->syntax & RE_DOT_NOT_NULL);
	memcpy(p->code, e->code, e->count * sizeof *e->code);
	for (const struct set_list *s = e->sets; s; s = s->next) {
		memcpy((char *)p + code, s->set, sizeof *s->set + s->set->range_count * sizeof *s->set->ranges);
		p->code[s->at].value = (uint32_t)code;
		code += set_size(s->set);
	}
	return find_first(p, preg->translate);
}

/* Compiles into preg->buffer, whose old contents it takes over; sets syntax and re_nsub. Returns an error number. */
int mc_regex_compile(struct re_pattern_buffer *preg, const char *pattern, size_t length, reg_syntax_t syntax)
{
	struct mc_arena arena = {0};
	struct emitter e = {.arena = &arena};
	const unsigned char *text = (const unsigned char *)pattern;
	struct mc_parser parser = {.text = text, .begin = text, .end = text + length, .translate = preg->translate, .arena = &arena,
				   .syntax = syntax, .multibyte = MB_CUR_MAX > 1, .icase = !!(syntax & RE_ICASE)};
	struct mc_node *tree;

	preg->fastmap_accurate = 0;
	preg->syntax = syntax;
	preg->not_bol = preg->not_eol = 0;
	preg->used = 0;
	preg->re_nsub = 0;
	preg->can_be_null = 0;
	preg->regs_allocated = REGS_UNALLOCATED;
	tree = mc_regex_parse(&parser);
	e.error = parser.error;
	if (tree) {
		emit_node(&e, tree, 0);
		emit(&e, MC_MATCH, 0, 0);
	}
	if (!e.error)
		e.error = assemble(preg, &e, &parser);
	if (!e.error)
		preg->re_nsub = parser.groups;
	free(e.code);
	mc_regex_release(&arena);
	if (e.error) {
		free(preg->buffer);
		preg->buffer = 0;
		preg->allocated = 0;
	}
	return e.error;
}

const char *mc_regex_message(int error)
{
	static const char *const messages[] = {
		"Success", "No match", "Invalid regular expression", "Invalid collation character", "Invalid character class name",
		"Trailing backslash", "Invalid back reference", "Unmatched [, [^, [:, [., or [=", "Unmatched ( or \\(", "Unmatched \\{",
		"Invalid content of \\{\\}", "Invalid range end", "Memory exhausted", "Invalid preceding regular expression",
		"Premature end of regular expression", "Regular expression too big", "Unmatched ) or \\)"};

	return error >= 0 && error <= REG_ERPAREN ? messages[error] : 0;
}
