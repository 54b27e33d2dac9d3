/* recipe: regex
 * symbols: re_compile_pattern re_search re_search_2 re_match re_match_2 re_set_syntax re_compile_fastmap re_set_registers
 *   re_comp re_exec re_syntax_options re_max_failures
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_regex_match
 * fidelity: equivalent
 * differs: the compiled form is opaque and not glibc's; collation is by code point; messages are not translated
 * spec: glibc <regex.h> and the GNU regex manual ("GNU Regex Functions", "Syntax Bits"); POSIX XBD chapter 9
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_regex.h"
#include <stdlib.h>
#include <string.h>

reg_syntax_t re_syntax_options;
int re_max_failures = 2000;

reg_syntax_t re_set_syntax(reg_syntax_t syntax)
{
	reg_syntax_t old = re_syntax_options;

	re_syntax_options = syntax;
	return old;
}

int re_compile_fastmap(struct re_pattern_buffer *preg)
{
	for (int i = 0; i < 256; i++)
		preg->fastmap[i] = preg->buffer->first[i / 8] >> i % 8 & 1;
	preg->fastmap_accurate = 1;
	preg->can_be_null = preg->buffer->nullable;
	return 0;
}

const char *re_compile_pattern(const char *pattern, size_t length, struct re_pattern_buffer *preg)
{
	int error;

	preg->no_sub = !!(re_syntax_options & RE_NO_SUB);
	preg->newline_anchor = 1;
	error = mc_regex_compile(preg, pattern, length, re_syntax_options);
	return error ? mc_regex_message(error) : 0;
}

void re_set_registers(struct re_pattern_buffer *preg, struct re_registers *regs, unsigned count, regoff_t *starts, regoff_t *ends)
{
	preg->regs_allocated = count ? REGS_REALLOCATE : REGS_UNALLOCATED;
	regs->num_regs = count;
	regs->start = count ? starts : 0;
	regs->end = count ? ends : 0;
}

/* Makes room in the caller's registers as regs_allocated says: one more than the groups, for programs that look for the -1. */
static int provide_registers(struct re_pattern_buffer *preg, struct re_registers *regs, unsigned need)
{
	int fresh = preg->regs_allocated == REGS_UNALLOCATED;
	regoff_t *starts, *ends;

	if (preg->regs_allocated == REGS_FIXED || (!fresh && need <= regs->num_regs))
		return 1;
	starts = realloc(fresh ? 0 : regs->start, need * sizeof *starts);
	if (!starts)
		return 0;
	regs->start = starts;
	ends = realloc(fresh ? 0 : regs->end, need * sizeof *ends);
	if (!ends) {
		if (fresh)
			free(starts);
		return 0;
	}
	regs->end = ends;
	regs->num_regs = need;
	preg->regs_allocated = REGS_REALLOCATE;
	return 1;
}

static int copy_registers(struct re_pattern_buffer *preg, struct re_registers *regs, const regmatch_t *matches, unsigned count)
{
	if (!provide_registers(preg, regs, count + 1))
		return 0;
	for (unsigned i = 0; i < regs->num_regs; i++) {
		regs->start[i] = i < count ? matches[i].rm_so : -1;
		regs->end[i] = i < count ? matches[i].rm_eo : -1;
	}
	return 1;
}

/* want_length: the result is the length of the match at start, else the place of the match. */
static regoff_t search(struct re_pattern_buffer *preg, const char *text, regoff_t length, regoff_t start, regoff_t range, regoff_t stop,
		       struct re_registers *regs, int want_length)
{
	regoff_t last = range > 0 && range > length - start ? length : range < -start ? 0 : start + range, result = -1;
	struct mc_search s = {.preg = preg, .program = preg->buffer, .text = (const unsigned char *)text, .length = length, .start = start,
			      .last = last, .stop = stop < length ? stop : length, .match_count = 1};
	regmatch_t few[10];
	int error;

	if (start < 0 || start > length || !s.program)
		return -1;
	s.flags = (preg->not_bol ? REG_NOTBOL : 0) | (preg->not_eol ? REG_NOTEOL : 0);
	if (s.start > s.stop || (last < start ? last : start) > s.stop)
		return -1;
	if (s.last > s.stop && last >= start)
		s.last = s.stop;
	if (preg->no_sub)
		regs = 0;
	if (regs)
		s.match_count = preg->regs_allocated == REGS_FIXED && regs->num_regs <= preg->re_nsub ? regs->num_regs : preg->re_nsub + 1;
	if (regs && !s.match_count) {
		regs = 0;
		s.match_count = 1;
	}
	s.matches = s.match_count <= 10 ? few : malloc(s.match_count * sizeof *s.matches);
	if (!s.matches)
		return -2;
	error = mc_regex_search(&s);
	if (error)
		result = error == REG_NOMATCH ? -1 : -2;
	else if (regs && !copy_registers(preg, regs, s.matches, (unsigned)s.match_count))
		result = -2;
	else
		result = want_length ? s.matches[0].rm_eo - start : s.matches[0].rm_so;
	if (s.matches != few)
		free(s.matches);
	return result;
}

regoff_t re_match(struct re_pattern_buffer *preg, const char *text, regoff_t length, regoff_t start, struct re_registers *regs)
{
	return search(preg, text, length, start, 0, length, regs, 1);
}

regoff_t re_search(struct re_pattern_buffer *preg, const char *text, regoff_t length, regoff_t start, regoff_t range, struct re_registers *regs)
{
	return search(preg, text, length, start, range, length, regs, 0);
}

static regoff_t search_two(struct re_pattern_buffer *preg, const char *a, regoff_t a_length, const char *b, regoff_t b_length, regoff_t start,
			   regoff_t range, regoff_t stop, struct re_registers *regs, int want_length)
{
	char *joined = 0;
	const char *text = a_length ? a : b;
	regoff_t result;

	if (a_length < 0 || b_length < 0 || stop < 0 || __builtin_add_overflow(a_length, b_length, &(regoff_t){0}))
		return -2;
	if (a_length && b_length) {
		joined = malloc((size_t)a_length + (size_t)b_length);
		if (!joined)
			return -2;
		memcpy(joined, a, (size_t)a_length);
		memcpy(joined + a_length, b, (size_t)b_length);
		text = joined;
	}
	result = search(preg, text, a_length + b_length, start, range, stop, regs, want_length);
	free(joined);
	return result;
}

regoff_t re_search_2(struct re_pattern_buffer *preg, const char *a, regoff_t a_length, const char *b, regoff_t b_length, regoff_t start,
		     regoff_t range, struct re_registers *regs, regoff_t stop)
{
	return search_two(preg, a, a_length, b, b_length, start, range, stop, regs, 0);
}

regoff_t re_match_2(struct re_pattern_buffer *preg, const char *a, regoff_t a_length, const char *b, regoff_t b_length, regoff_t start,
		    struct re_registers *regs, regoff_t stop)
{
	return search_two(preg, a, a_length, b, b_length, start, 0, stop, regs, 1);
}

static struct re_pattern_buffer shared;

char *re_comp(const char *pattern)
{
	int error;

	if (!pattern)
		return shared.buffer ? 0 : (char *)(uintptr_t)"No previous regular expression";
	shared.newline_anchor = 1;
	error = mc_regex_compile(&shared, pattern, strlen(pattern), re_syntax_options);
	return error ? (char *)(uintptr_t)mc_regex_message(error) : 0;
}

int re_exec(const char *text)
{
	regoff_t length = (regoff_t)strlen(text);

	return re_search(&shared, text, length, 0, length, 0) >= 0;
}
