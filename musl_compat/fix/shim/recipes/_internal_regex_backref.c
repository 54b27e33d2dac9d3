/* recipe: _internal_regex_backref
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: gives up with REG_ESPACE after four million different states of one search
 * spec: POSIX XBD 9.3.6 (back-references); matching with them is a search, kept from going round by remembering every state it
 *   has been in
 * scope: public
 */
#include "include/mc_regex.h"
#include <stdlib.h>
#include <string.h>

enum { MAX_STATES = 4000000 };

/* A state: step, place, and the contents of the groups that are referred to. */
struct memory {
	regoff_t *keys; /* count rows of width numbers; 0 in the first: free */
	uint32_t width, used;
	size_t slots;
};

struct todo {
	regoff_t *rows; /* step, place, registers */
	size_t count, room, width;
};

struct hunt {
	const struct mc_search *s;
	struct memory memory;
	struct todo todo;
	regmatch_t *regs;
	uint32_t reg_count; /* twice the groups and the whole match */
};

static size_t hash_of(const regoff_t *key, uint32_t width)
{
	uint64_t h = 1469598103934665603ULL;

	for (uint32_t i = 0; i < width; i++)
		h = (h ^ (uint32_t)key[i]) * 1099511628211ULL;
	return (size_t)(h ^ h >> 29);
}

static regoff_t *slot_of(const struct memory *m, const regoff_t *key)
{
	size_t i = hash_of(key, m->width);

	for (;; i++) {
		regoff_t *row = m->keys + (i & (m->slots - 1)) * m->width;
		if (!row[0] || !memcmp(row, key, m->width * sizeof *key))
			return row;
	}
}

static int grow(struct memory *m)
{
	struct memory bigger = {.width = m->width, .slots = m->slots ? m->slots * 2 : 1024};

	bigger.keys = calloc(bigger.slots * bigger.width, sizeof *bigger.keys);
	if (!bigger.keys)
		return 0;
	for (size_t i = 0; i < m->slots; i++) {
		const regoff_t *row = m->keys + i * m->width;
		if (row[0])
			memcpy(slot_of(&bigger, row), row, m->width * sizeof *row);
	}
	bigger.used = m->used;
	free(m->keys);
	*m = bigger;
	return 1;
}

/* 1: new; 0: been here; -1: out of memory. */
static int remember(struct hunt *h, uint32_t step, regoff_t at)
{
	struct memory *m = &h->memory;
	regoff_t key[2 + 18], *row;
	uint32_t n = 0;

	key[n++] = (regoff_t)step + 1;
	key[n++] = at;
	for (uint32_t group = 1; group <= 9; group++) {
		if (h->s->program->referenced & 1U << group) {
			key[n++] = h->regs[group].rm_so;
			key[n++] = h->regs[group].rm_eo;
		}
	}
	m->width = n;
	if (m->used >= MAX_STATES || (m->used * 2 >= m->slots && !grow(m)))
		return -1;
	row = slot_of(m, key);
	if (row[0])
		return 0;
	memcpy(row, key, n * sizeof *key);
	m->used++;
	return 1;
}

static int push(struct hunt *h, uint32_t step, regoff_t at)
{
	struct todo *t = &h->todo;
	regoff_t *row;

	if (t->count == t->room) {
		size_t room = t->room ? t->room * 2 : 64;
		regoff_t *bigger = realloc(t->rows, room * t->width * sizeof *bigger);
		if (!bigger)
			return 0;
		t->rows = bigger;
		t->room = room;
	}
	row = t->rows + t->count++ * t->width;
	row[0] = (regoff_t)step;
	row[1] = at;
	memcpy(row + 2, h->regs, h->reg_count * sizeof *h->regs);
	return 1;
}

/* The place behind a repetition of the group's text at this place, or -1. */
static regoff_t after_reference(const struct mc_search *s, regmatch_t group, regoff_t at)
{
	regoff_t from = group.rm_so;
	int a, b;

	if (group.rm_so < 0 || group.rm_eo < 0)
		return -1;
	while (from < group.rm_eo) {
		if (at >= s->stop || mc_regex_char_at(s, from, &a) != mc_regex_char_at(s, at, &b))
			return -1;
		from += a;
		at += b;
	}
	return at;
}

/* Runs one way until it ends or has been taken before; other ways are pushed. -1: out of memory. */
static int run(struct hunt *h, uint32_t step, regoff_t at, regmatch_t *best)
{
	const struct mc_search *s = h->s;
	const struct mc_program *p = s->program;

	for (;;) {
		const struct mc_instr *i = &p->code[step];
		int length, fresh = remember(h, step, at);
		if (fresh <= 0)
			return fresh;
		switch (i->op) {
		case MC_MATCH:
			if (at > best[0].rm_eo) {
				memcpy(best, h->regs, (p->group_count + 1) * sizeof *best);
				best[0].rm_eo = at;
			}
			return 0;
		case MC_SPLIT:
			if (!push(h, i->other, at))
				return -1;
			step++;
			break;
		case MC_JUMP:
			step = i->other;
			break;
		case MC_OPEN:
			mc_regex_open(h->regs, i->value, at);
			step++;
			break;
		case MC_CLOSE:
			mc_regex_close(h->regs, p->group_count, i, at);
			step++;
			break;
		case MC_ASSERT:
			if (!mc_regex_assert(s, i->value, at))
				return 0;
			step++;
			break;
		case MC_BACKREF:
			at = after_reference(s, h->regs[i->value], at);
			if (at < 0)
				return 0;
			step++;
			break;
		default:
			if (at >= s->stop || !mc_regex_consumes(s, i, mc_regex_char_at(s, at, &length)))
				return 0;
			at += length;
			step++;
		}
	}
}

/* The longest match that begins at start, and of these the preferred one. matches holds two sets of registers. */
int mc_regex_match_backrefs(const struct mc_search *s, regoff_t start, regmatch_t *matches)
{
	struct hunt h = {.s = s, .reg_count = 2 * (s->program->group_count + 1)};
	int error = REG_ESPACE;

	h.todo.width = 2 + 2 * (size_t)h.reg_count;
	h.regs = malloc(h.reg_count * sizeof *h.regs);
	if (!h.regs)
		return REG_ESPACE;
	for (uint32_t i = 0; i < h.reg_count; i++)
		h.regs[i] = (regmatch_t){-1, -1};
	matches[0] = (regmatch_t){start, -1};
	if (!push(&h, 0, start))
		goto out;
	while (h.todo.count && matches[0].rm_eo < s->stop) {
		const regoff_t *row = h.todo.rows + --h.todo.count * h.todo.width;
		memcpy(h.regs, row + 2, h.reg_count * sizeof *h.regs);
		if (run(&h, (uint32_t)row[0], row[1], matches) < 0)
			goto out;
	}
	error = matches[0].rm_eo >= 0 ? REG_NOERROR : REG_NOMATCH;
	matches[0].rm_so = start;
out:
	free(h.memory.keys);
	free(h.todo.rows);
	free(h.regs);
	return error;
}
