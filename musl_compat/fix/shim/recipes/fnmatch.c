/* recipe: fnmatch
 * symbols: fnmatch
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: ranges are by code point; equivalence classes are single characters
 * spec: POSIX fnmatch, XCU 2.13; fnmatch(3): FNM_LEADING_DIR, FNM_CASEFOLD, FNM_EXTMATCH (ksh's ?( *( +( @( !( lists)
 * scope: private
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

enum { PATHNAME = 1, NOESCAPE = 2, PERIOD = 4, LEADING_DIR = 8, CASEFOLD = 16, EXTMATCH = 32, NOMATCH = 1 };

static wint_t fold(wint_t c, int flags)
{
	return flags & CASEFOLD ? towlower(c) : c;
}

/* Is there a leading period here that only a period matches? */
static int guarded(const wchar_t *s, const wchar_t *start, int flags)
{
	return *s == '.' && flags & PERIOD && (s == start || (flags & PATHNAME && s[-1] == '/'));
}

/* A bracket expression that begins behind the bracket: where it ends, or null when it is none. *in: is c in it? */
static const wchar_t *bracket(const wchar_t *p, wint_t c, int flags, int *in)
{
	int negated = *p == '!' || *p == '^', first = 1;

	*in = 0;
	p += negated;
	for (;; first = 0) {
		wint_t low, high;
		if (!*p || (*p == '/' && flags & PATHNAME))
			return 0;
		if (*p == ']' && !first)
			break;
		if (*p == '[' && p[1] == ':') {
			char name[20];
			size_t n = 0;
			const wchar_t *q = p + 2;
			while (*q >= 'a' && *q <= 'z' && n < sizeof name - 1)
				name[n++] = (char)*q++;
			name[n] = '\0';
			if (*q == ':' && q[1] == ']') {
				if (!wctype(name))
					return 0;
				*in |= iswctype(c, wctype(name)) != 0;
				p = q + 2;
				continue;
			}
		}
		if (*p == '[' && (p[1] == '.' || p[1] == '=') && p[2] && p[3] == p[1] && p[4] == ']') {
			low = (wint_t)p[2];
			p += 5;
		} else {
			if (*p == '\\' && !(flags & NOESCAPE) && p[1])
				p++;
			low = (wint_t)*p++;
		}
		high = low;
		if (*p == '-' && p[1] && p[1] != ']') {
			p++;
			if (*p == '[' && p[1] == '.' && p[2] && p[3] == '.' && p[4] == ']') {
				high = (wint_t)p[2];
				p += 5;
			} else {
				if (*p == '\\' && !(flags & NOESCAPE) && p[1])
					p++;
				high = (wint_t)*p++;
			}
		}
		low = fold(low, flags);
		high = fold(high, flags);
		*in |= fold(c, flags) >= low && fold(c, flags) <= high;
	}
	*in ^= negated;
	return p + 1;
}

/* The parenthesis that closes a list; p is behind the one that opens it. */
static const wchar_t *list_end(const wchar_t *p, int flags)
{
	int depth = 1;

	for (; *p; p++) {
		if (*p == '\\' && !(flags & NOESCAPE) && p[1])
			p++;
		else if (*p == '[') {
			int in;
			const wchar_t *end = bracket(p + 1, 'x', flags & ~PATHNAME, &in);
			if (end)
				p = end - 1;
		} else if (wcschr(L"?*+@!", *p) && p[1] == '(') {
			depth++;
			p++;
		} else if (*p == ')' && !--depth) {
			return p;
		}
	}
	return 0;
}

static int match(const wchar_t *p, const wchar_t *end, const wchar_t *s, const wchar_t *s_end, const wchar_t *start, int flags);

static const wchar_t *alternative_end(const wchar_t *p, const wchar_t *end, int flags)
{
	while (p < end && *p != '|') {
		if (wcschr(L"?*+@!", *p) && p[1] == '(') {
			const wchar_t *close = list_end(p + 2, flags);
			p = close ? close + 1 : p + 1;
		} else {
			p += *p == '\\' && !(flags & NOESCAPE) && p + 1 < end ? 2 : 1;
		}
	}
	return p;
}

static int any_alternative(const wchar_t *list, const wchar_t *close, const wchar_t *s, const wchar_t *s_end, const wchar_t *start, int flags)
{
	for (const wchar_t *a = list; a <= close;) {
		const wchar_t *b = alternative_end(a, close, flags);
		if (match(a, b, s, s_end, start, flags & ~LEADING_DIR))
			return 1;
		a = b + 1;
	}
	return 0;
}

static int match_list(wchar_t kind, const wchar_t *list, const wchar_t *close, const wchar_t *end, const wchar_t *s, const wchar_t *s_end,
		      const wchar_t *start, int flags)
{
	if ((kind == '?' || kind == '*') && match(close + 1, end, s, s_end, start, flags))
		return 1;
	if (kind == '!') {
		for (const wchar_t *t = s; t <= s_end; t++) {
			if (t > s && flags & PATHNAME && t[-1] == '/')
				break;
			if (any_alternative(list, close, s, t, start, flags) || (t > s && guarded(s, start, flags)))
				continue;
			if (match(close + 1, end, t, s_end, start, flags))
				return 1;
		}
		return 0;
	}
	for (const wchar_t *t = s; t <= s_end; t++) {
		if (!any_alternative(list, close, s, t, start, flags))
			continue;
		if (match(close + 1, end, t, s_end, start, flags))
			return 1;
		if ((kind == '*' || kind == '+') && t > s && match_list('*', list, close, end, t, s_end, start, flags))
			return 1;
	}
	return 0;
}

static int match_star(const wchar_t *p, const wchar_t *end, const wchar_t *s, const wchar_t *s_end, const wchar_t *start, int flags)
{
	if (s < s_end && guarded(s, start, flags))
		return match(p, end, s, s_end, start, flags);
	for (;; s++) {
		if (match(p, end, s, s_end, start, flags))
			return 1;
		if (s == s_end || (flags & PATHNAME && *s == '/'))
			return 0;
	}
}

static int match(const wchar_t *p, const wchar_t *end, const wchar_t *s, const wchar_t *s_end, const wchar_t *start, int flags)
{
	for (; p < end; s++) {
		wchar_t c = *p++;
		if (flags & EXTMATCH && c && wcschr(L"?*+@!", c) && p < end && *p == '(') {
			const wchar_t *close = list_end(p + 1, flags);
			if (close && close < end)
				return match_list(c, p + 1, close, end, s, s_end, start, flags);
		}
		if (c == '*') {
			while (p < end && *p == '*' && !(flags & EXTMATCH && p[1] == '('))
				p++;
			return match_star(p, end, s, s_end, start, flags);
		}
		if (s == s_end)
			return 0;
		if (c == '?') {
			if ((*s == '/' && flags & PATHNAME) || guarded(s, start, flags))
				return 0;
			continue;
		}
		if (c == '[') {
			int in;
			const wchar_t *after = bracket(p, (wint_t)*s, flags, &in);
			if (after && after <= end) {
				if (!in || (*s == '/' && flags & PATHNAME) || guarded(s, start, flags))
					return 0;
				p = after;
				continue;
			}
		}
		if (c == '\\' && !(flags & NOESCAPE)) {
			if (p == end)
				return 0;
			c = *p++;
		}
		if (fold((wint_t)c, flags) != fold((wint_t)*s, flags))
			return 0;
	}
	return s == s_end || (flags & LEADING_DIR && *s == '/');
}

/* Characters, or bytes where the text is no valid sequence. */
static wchar_t *widen(const char *text, size_t *length)
{
	size_t n = strlen(text);
	wchar_t *wide = malloc((n + 1) * sizeof *wide);
	mbstate_t state = {0};

	*length = 0;
	for (size_t i = 0; wide && i < n;) {
		size_t k = mbrtowc(&wide[*length], text + i, n - i, &state);
		if (k == 0 || k > n) {
			wide[*length] = (wchar_t)(0x7f000000 | (unsigned char)text[i]);
			memset(&state, 0, sizeof state);
			k = 1;
		}
		i += k;
		++*length;
	}
	if (wide)
		wide[*length] = 0;
	return wide;
}

int __mc_fnmatch(const char *pattern, const char *text, int flags)
{
	size_t n, m;
	wchar_t *p = widen(pattern, &n), *s = widen(text, &m);
	int result = p && s ? (match(p, p + n, s, s + m, s, flags) ? 0 : NOMATCH) : -1;

	free(p);
	free(s);
	return result;
}
