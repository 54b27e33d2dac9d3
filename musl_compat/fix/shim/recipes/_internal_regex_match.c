/* recipe: _internal_regex_match
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: _internal_regex_compile _internal_regex_backref
 * fidelity: equivalent
 * differs: -
 * spec: POSIX XBD 9.1 (the leftmost longest match); R. Cox, "Regular Expression Matching: the Virtual Machine Approach" (states
 *   in step, registers per thread)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_regex.h"
#include <stdlib.h>
#include <string.h>

uint32_t mc_regex_char_at(const struct mc_search *s, regoff_t at, int *length)
{
	return mc_regex_decode(s->text + at, s->text + s->stop, s->preg->translate, s->program->multibyte, s->program->icase, length);
}

static int is_word(const struct mc_search *s, regoff_t at)
{
	int length;
	uint32_t c;

	if (at < 0 || at >= s->length)
		return 0;
	while (s->program->multibyte && at > 0 && (s->text[at] & 0xc0) == 0x80)
		at--;
	c = mc_regex_decode(s->text + at, s->text + s->length, s->preg->translate, s->program->multibyte, s->program->icase, &length);
	if (c == '_')
		return 1;
	if (c >= MC_INVALID)
		c -= MC_INVALID; /* glibc takes a stray byte for the character of its number here */
	return (c < 128 || s->program->multibyte) && iswctype((wint_t)c, wctype("alnum"));
}

int mc_regex_assert(const struct mc_search *s, enum mc_assert what, regoff_t at)
{
	switch (what) {
	case AT_LINE_START:
		return at == 0 ? !(s->flags & REG_NOTBOL) : s->preg->newline_anchor && s->text[at - 1] == '\n';
	case AT_LINE_END:
		return at == s->length ? !(s->flags & REG_NOTEOL) : s->preg->newline_anchor && s->text[at] == '\n';
	case AT_BUFFER_START:
		return at == 0;
	case AT_BUFFER_END:
		return at == s->length;
	case AT_WORD_START:
		return !is_word(s, at - 1) && is_word(s, at);
	case AT_WORD_END:
		return is_word(s, at - 1) && !is_word(s, at);
	case AT_WORD_EDGE:
		return is_word(s, at - 1) != is_word(s, at);
	case NOT_WORD_EDGE:
		return is_word(s, at - 1) == is_word(s, at);
	}
	return 0;
}

int mc_regex_consumes(const struct mc_search *s, const struct mc_instr *i, uint32_t c)
{
	const struct mc_program *p = s->program;

	switch (i->op) {
	case MC_CHAR:
		return c == i->value;
	case MC_ANY:
		return c < MC_INVALID && (c != '\n' || p->dot_newline) && (c != 0 || p->dot_null);
	case MC_SET:
		return mc_regex_set_has((const struct mc_set *)((const char *)p + i->value), c, p->multibyte);
	}
	return 0;
}

/* The states at one place, in order: a search runs them all together. Numbers beside each: where its match began. */
struct list {
	uint32_t *states;
	regoff_t *starts;
	uint32_t count;
};

struct machine {
	const struct mc_search *s;
	struct list now, next;
	uint32_t *mark, generation; /* which states the list being built holds */
	uint32_t *stack;
	regmatch_t *regs_now, *regs_next; /* per state, when registers are wanted: current and last good ones */
	uint32_t reg_size;
};

static void machine_free(struct machine *m)
{
	free(m->mark);
	free(m->regs_now);
	free(m->regs_next);
}

static int machine_init(struct machine *m, const struct mc_search *s, uint32_t reg_size)
{
	size_t n = s->program->instr_count;

	*m = (struct machine){.s = s, .reg_size = reg_size};
	/* One block: marks, two lists of states, two of starts, a stack that holds each state at most twice. */
	m->mark = calloc(n * 7 + 2, sizeof *m->mark);
	if (!m->mark)
		return REG_ESPACE;
	m->now.states = m->mark + n;
	m->next.states = m->now.states + n;
	m->now.starts = (regoff_t *)(m->next.states + n);
	m->next.starts = m->now.starts + n;
	m->stack = (uint32_t *)(m->next.starts + n);
	if (reg_size) {
		m->regs_now = malloc(n * reg_size * sizeof *m->regs_now);
		m->regs_next = malloc(n * reg_size * sizeof *m->regs_next);
		if (!m->regs_now || !m->regs_next) {
			machine_free(m);
			return REG_ESPACE;
		}
	}
	return 0;
}

/* Follows all that consumes nothing from one state; the consuming ones and MATCH come into the list. */
static void add(struct machine *m, struct list *to, uint32_t state, regoff_t at, regoff_t start)
{
	const struct mc_instr *code = m->s->program->code;
	uint32_t depth = 0;

	m->stack[depth++] = state;
	while (depth) {
		uint32_t i = m->stack[--depth];
		if (m->mark[i] == m->generation)
			continue;
		m->mark[i] = m->generation;
		switch (code[i].op) {
		case MC_SPLIT:
			m->stack[depth++] = code[i].other;
			m->stack[depth++] = i + 1;
			break;
		case MC_JUMP:
			m->stack[depth++] = code[i].other;
			break;
		case MC_OPEN:
		case MC_CLOSE:
			m->stack[depth++] = i + 1;
			break;
		case MC_ASSERT:
			if (mc_regex_assert(m->s, code[i].value, at))
				m->stack[depth++] = i + 1;
			break;
		default:
			to->states[to->count] = i;
			to->starts[to->count++] = start;
		}
	}
}

static void swap_lists(struct machine *m)
{
	struct list l = m->now;
	regmatch_t *r = m->regs_now;

	m->now = m->next;
	m->next = l;
	m->next.count = 0;
	m->regs_now = m->regs_next;
	m->regs_next = r;
}

static int begins(const struct mc_search *s, regoff_t at)
{
	return s->program->nullable || (at < s->stop && s->program->first[s->text[at] / 8] >> s->text[at] % 8 & 1);
}

/* In the middle of a character no match begins. */
static int inside_character(const struct mc_search *s, regoff_t at)
{
	regoff_t from = at;
	int length;

	if (!s->program->multibyte || at >= s->length || (s->text[at] & 0xc0) != 0x80)
		return 0;
	while (from > 0 && at - from < 3 && (s->text[from] & 0xc0) == 0x80)
		from--;
	mc_regex_decode(s->text + from, s->text + s->length, s->preg->translate, 1, 0, &length);
	return from < at && from + length > at;
}

/* The leftmost longest match that begins in [first, last]: every state knows the least start that leads to it. */
static int find(struct machine *m, regoff_t first, regoff_t last, regmatch_t *found)
{
	const struct mc_search *s = m->s;
	const struct mc_instr *code = s->program->code;
	regoff_t at = first;

	*found = (regmatch_t){-1, -1};
	m->now.count = m->next.count = 0;
	m->generation++;
	for (;;) {
		int length = 1;
		uint32_t c = MC_INVALID + 256;
		if (!m->now.count && found->rm_so >= 0)
			break;
		if (found->rm_so < 0 && at <= last) {
			if (!m->now.count)
				while (at < last && !begins(s, at))
					at++;
			if (begins(s, at) && !inside_character(s, at))
				add(m, &m->now, 0, at, at);
		}
		if (!m->now.count && at >= last)
			break;
		if (at < s->stop)
			c = mc_regex_char_at(s, at, &length);
		m->generation++;
		for (uint32_t i = 0; i < m->now.count; i++) {
			uint32_t state = m->now.states[i];
			if (found->rm_so >= 0 && m->now.starts[i] > found->rm_so)
				break; /* the list is in the order of starts */
			if (code[state].op == MC_MATCH)
				*found = (regmatch_t){m->now.starts[i], at};
			else if (at < s->stop && mc_regex_consumes(s, &code[state], c))
				add(m, &m->next, state + 1, at + length, m->now.starts[i]);
		}
		if (at >= s->stop)
			break;
		swap_lists(m);
		at += length;
	}
	return found->rm_so >= 0 ? REG_NOERROR : REG_NOMATCH;
}

void mc_regex_open(regmatch_t *regs, uint32_t group, regoff_t at)
{
	regs[group] = (regmatch_t){at, -1};
}

/* regs holds the registers and, behind them, those at the last group that matched something: an empty turn of an optional
 * group counts only when it is the first one. */
void mc_regex_close(regmatch_t *regs, uint32_t groups, const struct mc_instr *i, regoff_t at)
{
	size_t size = (groups + 1) * sizeof *regs;
	regmatch_t *good = regs + groups + 1;

	if (regs[i->value].rm_so < at) {
		regs[i->value].rm_eo = at;
		memcpy(good, regs, size);
	} else if (i->other && good[i->value].rm_so != -1) {
		memcpy(regs, good, size);
	} else {
		regs[i->value].rm_eo = at;
	}
}

/* As add, with registers; the order of the list is the order of preference. */
static void add_with_registers(struct machine *m, struct list *to, uint32_t state, regoff_t at, const regmatch_t *regs)
{
	const struct mc_program *p = m->s->program;
	const struct mc_instr *i = &p->code[state];
	size_t size = m->reg_size * sizeof *regs;
	regmatch_t copy[m->reg_size];

	for (;; i = &p->code[state]) {
		if (m->mark[state] == m->generation)
			return;
		m->mark[state] = m->generation;
		switch (i->op) {
		case MC_SPLIT:
			add_with_registers(m, to, state + 1, at, regs);
			state = i->other;
			break;
		case MC_JUMP:
			state = i->other;
			break;
		case MC_ASSERT:
			if (!mc_regex_assert(m->s, i->value, at))
				return;
			state++;
			break;
		case MC_OPEN:
		case MC_CLOSE:
			if (regs != copy)
				regs = memcpy(copy, regs, size);
			if (i->op == MC_OPEN)
				mc_regex_open(copy, i->value, at);
			else
				mc_regex_close(copy, p->group_count, i, at);
			state++;
			break;
		default:
			memcpy(m->regs_next + (size_t)to->count * m->reg_size, regs, size);
			to->states[to->count++] = state;
			return;
		}
	}
}

/* The registers of the preferred way from found->rm_so to found->rm_eo. */
static int fill_registers(const struct mc_search *s, regmatch_t *regs)
{
	const struct mc_instr *code = s->program->code;
	regmatch_t whole = regs[0];
	uint32_t groups = s->program->group_count, size = 2 * (groups + 1);
	struct machine m;
	int error = machine_init(&m, s, size);

	if (error)
		return error;
	for (uint32_t i = 0; i < size; i++)
		regs[i] = (regmatch_t){-1, -1};
	m.generation++;
	add_with_registers(&m, &m.next, 0, whole.rm_so, regs);
	for (regoff_t at = whole.rm_so;;) {
		int length = 1;
		uint32_t c;
		swap_lists(&m);
		if (at == whole.rm_eo) {
			for (uint32_t i = 0; i < m.now.count; i++) {
				if (code[m.now.states[i]].op == MC_MATCH) {
					memcpy(regs, m.regs_now + (size_t)i * size, (groups + 1) * sizeof *regs);
					break;
				}
			}
			break;
		}
		c = mc_regex_char_at(s, at, &length);
		m.generation++;
		for (uint32_t i = 0; i < m.now.count; i++) {
			uint32_t state = m.now.states[i];
			if (mc_regex_consumes(s, &code[state], c))
				add_with_registers(&m, &m.next, state + 1, at + length, m.regs_now + (size_t)i * size);
		}
		at += length;
	}
	machine_free(&m);
	regs[0] = whole;
	return REG_NOERROR;
}

static int search_range(const struct mc_search *s, struct machine *m, regmatch_t *regs)
{
	if (!s->program->referenced && s->last >= s->start)
		return find(m, s->start, s->last, regs);
	for (regoff_t at = s->start;; at += s->last >= s->start ? 1 : -1) {
		int error = REG_NOMATCH;
		if (begins(s, at) && !inside_character(s, at))
			error = s->program->referenced ? mc_regex_match_backrefs(s, at, regs) : find(m, at, at, regs);
		if (error != REG_NOMATCH || at == s->last)
			return error;
	}
}

/* Searches and fills s->matches; returns REG_NOERROR, REG_NOMATCH or REG_ESPACE. */
int mc_regex_search(struct mc_search *s)
{
	uint32_t groups = s->program->group_count;
	regmatch_t *regs = malloc(2 * (groups + 1) * sizeof *regs);
	struct machine m = {0};
	int error = regs ? REG_NOERROR : REG_ESPACE;

	if (!error && !s->program->referenced)
		error = machine_init(&m, s, 0);
	if (!error)
		error = search_range(s, &m, regs);
	machine_free(&m);
	if (!error && s->match_count > 1 && groups && !s->program->referenced)
		error = fill_registers(s, regs);
	for (size_t i = 0; !error && i < s->match_count; i++)
		s->matches[i] = i <= groups && (i == 0 || regs[i].rm_eo != -1) ? regs[i] : (regmatch_t){-1, -1};
	free(regs);
	return error;
}
