/* recipe: mbrtoc8
 * symbols: mbrtoc8 c8rtomb
 * kind: implementation
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: C23 7.30.1.1 mbrtoc8, 7.30.1.2 c8rtomb; ISO 10646 for UTF-8
 * scope: public
 */
#include <errno.h>
#include <string.h>
#include <wchar.h>

/* What is kept of a character in an mbstate_t: the bytes still to give or to come, and how many. It has room for eight. */
struct pending {
	unsigned char bytes[4], used, total;
};

static mbstate_t own_in, own_out;

static struct pending load(const mbstate_t *state)
{
	struct pending p;

	memcpy(&p, state, sizeof p);
	return p;
}

static void store(mbstate_t *state, const struct pending *p)
{
	memset(state, 0, sizeof *state);
	memcpy(state, p, sizeof *p);
}

static int encode(unsigned char to[4], wchar_t c)
{
	if (c < 0x80) {
		to[0] = (unsigned char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (unsigned char)(0xc0 | c >> 6);
		to[1] = (unsigned char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		to[0] = (unsigned char)(0xe0 | c >> 12);
		to[1] = (unsigned char)(0x80 | (c >> 6 & 63));
		to[2] = (unsigned char)(0x80 | (c & 63));
		return 3;
	}
	to[0] = (unsigned char)(0xf0 | c >> 18);
	to[1] = (unsigned char)(0x80 | (c >> 12 & 63));
	to[2] = (unsigned char)(0x80 | (c >> 6 & 63));
	to[3] = (unsigned char)(0x80 | (c & 63));
	return 4;
}

/* A multibyte character that is cut short is kept as its bytes with total 0: musl's own state has no room beside. */
size_t mbrtoc8(unsigned char *restrict to, const char *restrict from, size_t n, mbstate_t *restrict state)
{
	mbstate_t fresh, *s = state ? state : &own_in;
	struct pending p = load(s);
	char all[8];
	size_t length, before = p.total ? 0 : p.used;
	wchar_t c;

	if (p.total) {
		if (to)
			*to = p.bytes[p.used];
		if (++p.used == p.total)
			p = (struct pending){0};
		store(s, &p);
		return (size_t)-3;
	}
	if (!from) {
		to = 0;
		from = "";
		n = 1;
	}
	memcpy(all, p.bytes, before);
	if (n > 4)
		n = 4;
	memcpy(all + before, from, n);
	memset(&fresh, 0, sizeof fresh);
	length = mbrtowc(&c, all, before + n, &fresh);
	if (length == (size_t)-1)
		return length;
	if (length == (size_t)-2) {
		if (before + n > sizeof p.bytes) {
			errno = EILSEQ;
			return (size_t)-1;
		}
		memcpy(p.bytes, all, before + n);
		p.used = (unsigned char)(before + n);
		store(s, &p);
		return length;
	}
	p = (struct pending){0};
	p.total = (unsigned char)encode(p.bytes, c);
	if (to)
		*to = p.bytes[0];
	p.used = 1;
	if (p.used == p.total)
		p = (struct pending){0};
	store(s, &p);
	return c ? length - before : 0;
}

size_t c8rtomb(char *restrict to, unsigned char c, mbstate_t *restrict state)
{
	mbstate_t *s = state ? state : &own_out;
	struct pending p = load(s);
	char scratch[8];
	wchar_t wide;
	int bad;

	if (!to) { /* as with a null character */
		to = scratch;
		c = 0;
	}
	if (!p.used) {
		if (c < 0x80)
			return wcrtomb(to, c, &(mbstate_t){0});
		p.total = c >= 0xc2 && c < 0xe0 ? 2 : (c & 0xf0) == 0xe0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
		bad = !p.total;
	} else {
		unsigned char lead = p.bytes[0];
		bad = (c & 0xc0) != 0x80 || (p.used == 1 && ((lead == 0xe0 && c < 0xa0) || (lead == 0xed && c > 0x9f) ||
							     (lead == 0xf0 && c < 0x90) || (lead == 0xf4 && c > 0x8f)));
	}
	if (bad) {
		errno = EILSEQ;
		return (size_t)-1;
	}
	p.bytes[p.used++] = c;
	if (p.used < p.total) {
		store(s, &p);
		return 0;
	}
	memset(s, 0, sizeof *s);
	wide = p.bytes[0] & (0x7f >> p.total);
	for (int i = 1; i < p.total; i++)
		wide = (wide << 6) | (p.bytes[i] & 63);
	size_t n = wcrtomb(scratch, wide, &(mbstate_t){0});
	if (n != (size_t)-1)
		memcpy(to, scratch, n);
	return n;
}
