/* recipe: iconv
 * symbols: iconv_open iconv iconv_close
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: only musl's character sets; //TRANSLIT knows punctuation, Latin letters with marks and ligatures, else a question
 *   mark; without a suffix a character that the target lacks gives EILSEQ where musl writes an asterisk
 * spec: iconv_open(3), iconv(3): the suffixes //TRANSLIT and //IGNORE, EILSEQ for what cannot be converted; UTF-16, UTF-32 and
 *   UCS-2 written with a byte order mark
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Everything goes through UTF-32: so that each character can be looked at. */
struct converter {
	iconv_t decode, encode, check;
	int translit, ignore, mark_pending, marked, skipped;
};

/* A name without its suffixes and in a spelling that musl knows. */
static void plain_name(const char *name, char *to, size_t size, struct converter *c)
{
	size_t n = strcspn(name, "/");
	const char *suffix = name + n;

	if (c && strcasestr(suffix, "//TRANSLIT"))
		c->translit = 1;
	if (c && strcasestr(suffix, "//IGNORE"))
		c->ignore = 1;
	if (c && strcasestr(suffix, "TRANSLIT//IGNORE"))
		c->translit = c->ignore = 1;
	if (n >= size)
		n = size - 1;
	memcpy(to, name, n);
	to[n] = '\0';
	if (!*to || !strcasecmp(to, "char"))
		strcpy(to, "UTF-8");
	else if (!strcasecmp(to, "ANSI_X3.4-1968") || !strcasecmp(to, "646"))
		strcpy(to, "ASCII");
	else if (!strcasecmp(to, "WCHAR_T") || !strcasecmp(to, "INTERNAL"))
		strcpy(to, __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "UTF-32LE" : "UTF-32BE");
}

/* These begin with a byte order mark in glibc and go on in the machine's order. */
static int writes_mark(char *name)
{
	static const char *const names[] = {"UTF-16", "UTF16", "UTF-32", "UTF32"};

	for (int i = 0; i < 4; i++) {
		if (!strcasecmp(name, names[i])) {
			strcpy(name, i < 2 ? "UTF-16LE" : "UTF-32LE");
			if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
				name[6] = 'B';
			return 1;
		}
	}
	if (!strcasecmp(name, "UCS-2") || !strcasecmp(name, "UCS2"))
		strcpy(name, __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? "UCS-2BE" : "UCS-2LE");
	return 0;
}

static void close_all(struct converter *c)
{
	if (c->decode != (iconv_t)-1)
		iconv_close(c->decode);
	if (c->encode != (iconv_t)-1)
		iconv_close(c->encode);
	if (c->check != (iconv_t)-1)
		iconv_close(c->check);
	free(c);
}

iconv_t __mc_iconv_open(const char *to, const char *from)
{
	char to_name[64], from_name[64];
	struct converter *c = calloc(1, sizeof *c);

	if (!c)
		return (iconv_t)-1;
	plain_name(to, to_name, sizeof to_name, c);
	plain_name(from, from_name, sizeof from_name, 0);
	c->marked = c->mark_pending = writes_mark(to_name);
	c->decode = iconv_open("UTF-32BE", from_name);
	c->encode = iconv_open(to_name, "UTF-32BE");
	c->check = iconv_open("UTF-32BE", to_name);
	if (c->decode == (iconv_t)-1 || c->encode == (iconv_t)-1 || c->check == (iconv_t)-1) {
		close_all(c);
		errno = EINVAL;
		return (iconv_t)-1;
	}
	return (iconv_t)c;
}

int __mc_iconv_close(iconv_t handle)
{
	close_all((struct converter *)handle);
	return 0;
}

static uint32_t value_of(const unsigned char *c)
{
	return (uint32_t)c[0] << 24 | (uint32_t)c[1] << 16 | (uint32_t)c[2] << 8 | c[3];
}

static void put_value(unsigned char *to, uint32_t v)
{
	to[0] = (unsigned char)(v >> 24);
	to[1] = (unsigned char)(v >> 16);
	to[2] = (unsigned char)(v >> 8);
	to[3] = (unsigned char)v;
}

/* The bytes of one character in the target set into out: how many, or 0 when the target lacks it. musl writes an asterisk for
 * those: so an asterisk that does not read back as the character means no. */
static size_t encode_one(struct converter *c, uint32_t v, char out[16])
{
	unsigned char wide[4], back[8];
	char *in = (char *)wide, *to = out, *read = out, *again = (char *)back;
	size_t left = 4, room = 16, length, back_room = sizeof back;

	put_value(wide, v);
	if (iconv(c->encode, &in, &left, &to, &room) == (size_t)-1)
		return 0;
	length = (size_t)(to - out);
	if (v == '*' || !length)
		return length;
	left = length;
	if (iconv(c->check, &read, &left, &again, &back_room) == (size_t)-1)
		return length; /* a set with shifts: its bytes alone say nothing */
	return value_of(back) == v ? length : 0;
}

struct replacement {
	uint32_t low, high;
	const char *text;
};

static const struct replacement replacements[] = {
	{0xa0, 0xa0, " "}, {0xa9, 0xa9, "(C)"}, {0xab, 0xab, "<<"}, {0xad, 0xad, "-"}, {0xae, 0xae, "(R)"}, {0xb5, 0xb5, "u"},
	{0xb8, 0xb8, ","}, {0xbb, 0xbb, ">>"}, {0xbc, 0xbc, " 1/4 "}, {0xbd, 0xbd, " 1/2 "}, {0xbe, 0xbe, " 3/4 "},
	{0xc6, 0xc6, "AE"}, {0xd7, 0xd7, "x"}, {0xdf, 0xdf, "ss"}, {0xe6, 0xe6, "ae"},
	{0x132, 0x132, "IJ"}, {0x133, 0x133, "ij"}, {0x149, 0x149, "'n"}, {0x152, 0x152, "OE"}, {0x153, 0x153, "oe"},
	{0x17f, 0x17f, "s"}, {0x2000, 0x200a, " "}, {0x200b, 0x200d, ""}, {0x2010, 0x2015, "-"}, {0x2018, 0x2019, "'"},
	{0x201a, 0x201a, ","}, {0x201b, 0x201b, "'"}, {0x201c, 0x201d, "\""}, {0x201e, 0x201e, ",,"}, {0x201f, 0x201f, "\""},
	{0x2020, 0x2020, "+"}, {0x2022, 0x2022, "o"}, {0x2024, 0x2024, "."}, {0x2025, 0x2025, ".."}, {0x2026, 0x2026, "..."},
	{0x202f, 0x202f, " "}, {0x2035, 0x2035, "`"}, {0x2036, 0x2036, "``"}, {0x2039, 0x2039, "<"}, {0x203a, 0x203a, ">"},
	{0x20ac, 0x20ac, "EUR"}, {0x2122, 0x2122, "TM"}, {0x2190, 0x2190, "<-"}, {0x2192, 0x2192, "->"}, {0x2212, 0x2212, "-"},
	{0xfb00, 0xfb00, "ff"}, {0xfb01, 0xfb01, "fi"}, {0xfb02, 0xfb02, "fl"}, {0xfb03, 0xfb03, "ffi"}, {0xfb04, 0xfb04, "ffl"},
	{0xfeff, 0xfeff, ""},
};

/* The replacement in the target set: its length, or 0. */
static size_t transliterate(struct converter *c, uint32_t v, char out[64])
{
	const char *text = "?";
	size_t used = 0;

	for (size_t i = 0; i < sizeof replacements / sizeof *replacements; i++)
		if (v >= replacements[i].low && v <= replacements[i].high)
			text = replacements[i].text;
	for (; *text; text++)
		used += encode_one(c, (unsigned char)*text, out + used);
	return used;
}

/* Decodes one character: its length, 0 for a sequence cut short, -1 for a bad one. */
static long decode_one(struct converter *c, const char *in, size_t left, uint32_t *v)
{
	for (size_t n = 1; n <= left && n <= 8; n++) {
		unsigned char wide[16];
		char *from = (char *)(uintptr_t)in, *to = (char *)wide;
		size_t rest = n, room = 4;
		size_t r = iconv(c->decode, &from, &rest, &to, &room);
		if (room == 0) {
			*v = value_of(wide);
			return from - in;
		}
		if (r == (size_t)-1 && errno == EILSEQ)
			return -1;
		if (r != (size_t)-1 && !rest) {
			*v = UINT32_MAX; /* consumed, nothing to write: a shift or a mark */
			return (long)n;
		}
	}
	return 0;
}

static size_t fail(int why)
{
	errno = why;
	return (size_t)-1;
}

size_t __mc_iconv(iconv_t handle, char **restrict in, size_t *restrict in_left, char **restrict out, size_t *restrict out_left)
{
	struct converter *c = (struct converter *)handle;
	size_t replaced = 0;
	int saved = errno; /* looking at characters one by one sets it */

	if (!in || !*in) {
		c->mark_pending = c->marked;
		iconv(c->decode, 0, 0, 0, 0);
		return iconv(c->encode, 0, 0, out, out_left);
	}
	while (*in_left) {
		char bytes[64];
		uint32_t v = 0;
		size_t length = 0;
		long n = decode_one(c, *in, *in_left, &v);
		if (n == 0)
			return fail(EINVAL);
		if (n < 0) {
			if (!c->ignore)
				return fail(EILSEQ);
			n = 1;
			c->skipped = 1;
		} else if (v != UINT32_MAX) {
			length = encode_one(c, v, bytes);
			if (!length && c->translit) {
				length = transliterate(c, v, bytes);
				replaced++;
			} else if (!length) {
				if (!c->ignore)
					return fail(EILSEQ);
				c->skipped = 1;
			}
		}
		if (c->mark_pending && length) {
			char mark[16];
			size_t size = encode_one(c, 0xfeff, mark);
			if (*out_left < size + length)
				return fail(E2BIG);
			memcpy(*out, mark, size);
			*out += size;
			*out_left -= size;
			c->mark_pending = 0;
		}
		if (*out_left < length)
			return fail(E2BIG);
		memcpy(*out, bytes, length);
		*out += length;
		*out_left -= length;
		*in += n;
		*in_left -= (size_t)n;
	}
	if (c->skipped) {
		c->skipped = 0;
		return fail(EILSEQ); /* all is converted, but something was left out */
	}
	errno = saved;
	return replaced;
}
