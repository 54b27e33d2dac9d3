/* recipe: regcomp
 * symbols: regcomp regexec regfree regerror
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.3.4
 * arch: any
 * needs: _internal_regex_match
 * fidelity: equivalent
 * differs: as regex
 * spec: POSIX regcomp; glibc manual, "POSIX Regexp Matching"; <regex.h> of glibc for regex_t, regmatch_t, the flags and
 *   REG_STARTEND
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_regex.h"
#include <stdlib.h>
#include <string.h>

enum { REG_EXTENDED = 1, REG_ICASE = 2, REG_NEWLINE = 4, REG_NOSUB = 8 };

enum {
	COMMON = RE_CHAR_CLASSES | RE_DOT_NEWLINE | RE_DOT_NOT_NULL | RE_INTERVALS | RE_NO_EMPTY_RANGES,
	BASIC = COMMON | RE_BK_PLUS_QM | RE_CONTEXT_INVALID_DUP,
	EXTENDED = COMMON | RE_CONTEXT_INDEP_ANCHORS | RE_CONTEXT_INDEP_OPS | RE_NO_BK_BRACES | RE_NO_BK_PARENS | RE_NO_BK_VBAR |
		   RE_CONTEXT_INVALID_OPS | RE_UNMATCHED_RIGHT_PAREN_ORD
};

int __mc_regcomp(struct re_pattern_buffer *preg, const char *pattern, int flags)
{
	reg_syntax_t syntax = flags & REG_EXTENDED ? EXTENDED : BASIC;
	int error;

	preg->buffer = 0;
	preg->allocated = preg->used = 0;
	preg->translate = 0;
	preg->fastmap = malloc(256);
	if (!preg->fastmap)
		return REG_ESPACE;
	if (flags & REG_ICASE)
		syntax |= RE_ICASE;
	if (flags & REG_NEWLINE) {
		syntax &= ~(reg_syntax_t)RE_DOT_NEWLINE;
		syntax |= RE_HAT_LISTS_NOT_NEWLINE;
	}
	preg->newline_anchor = !!(flags & REG_NEWLINE);
	preg->no_sub = !!(flags & REG_NOSUB);
	error = mc_regex_compile(preg, pattern, strlen(pattern), syntax);
	/* POSIX has one error for both parentheses. */
	if (error == REG_ERPAREN)
		error = REG_EPAREN;
	if (error) {
		free(preg->fastmap);
		preg->fastmap = 0;
		return error;
	}
	for (int i = 0; i < 256; i++)
		preg->fastmap[i] = preg->buffer->first[i / 8] >> i % 8 & 1;
	preg->fastmap_accurate = 1;
	preg->can_be_null = preg->buffer->nullable;
	return 0;
}

int __mc_regexec(const struct re_pattern_buffer *preg, const char *text, size_t count, regmatch_t *matches, int flags)
{
	struct mc_search s = {.preg = preg, .program = preg->buffer, .text = (const unsigned char *)text, .flags = flags};

	if (flags & ~(REG_NOTBOL | REG_NOTEOL | REG_STARTEND))
		return REG_BADPAT;
	if (flags & REG_STARTEND) {
		s.start = matches[0].rm_so;
		s.length = matches[0].rm_eo;
	} else {
		s.length = (regoff_t)strlen(text);
	}
	s.last = s.stop = s.length;
	if (!preg->no_sub) {
		s.match_count = count;
		s.matches = matches;
	}
	if (s.start > s.length)
		return REG_NOMATCH;
	return mc_regex_search(&s) == REG_NOERROR ? REG_NOERROR : REG_NOMATCH;
}

size_t __mc_regerror(int error, const struct re_pattern_buffer *preg, char *to, size_t size)
{
	const char *message = mc_regex_message(error);
	size_t length;

	(void)preg;
	if (!message)
		abort(); /* as in glibc: no such error */
	length = strlen(message) + 1;
	if (size) {
		size_t n = length < size ? length : size;
		memcpy(to, message, n);
		to[n - 1] = '\0';
	}
	return length;
}

void __mc_regfree(struct re_pattern_buffer *preg)
{
	free(preg->buffer);
	preg->buffer = 0;
	preg->allocated = preg->used = 0;
	free(preg->fastmap);
	preg->fastmap = 0;
	free(preg->translate);
	preg->translate = 0;
}
