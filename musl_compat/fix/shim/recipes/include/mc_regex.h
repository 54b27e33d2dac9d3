/* The regular expression engine behind glibc's re_* and reg* functions: <regex.h> of glibc for the layouts and the
 * syntax bits, a Thompson automaton run with all its states at once, and a search with memory for back-references. */
#ifndef MC_REGEX_H
#define MC_REGEX_H

#include <stddef.h>
#include <stdint.h>
#include <wctype.h>

enum {
	RE_BACKSLASH_ESCAPE_IN_LISTS = 1 << 0,
	RE_BK_PLUS_QM = 1 << 1,
	RE_CHAR_CLASSES = 1 << 2,
	RE_CONTEXT_INDEP_ANCHORS = 1 << 3,
	RE_CONTEXT_INDEP_OPS = 1 << 4,
	RE_CONTEXT_INVALID_OPS = 1 << 5,
	RE_DOT_NEWLINE = 1 << 6,
	RE_DOT_NOT_NULL = 1 << 7,
	RE_HAT_LISTS_NOT_NEWLINE = 1 << 8,
	RE_INTERVALS = 1 << 9,
	RE_LIMITED_OPS = 1 << 10,
	RE_NEWLINE_ALT = 1 << 11,
	RE_NO_BK_BRACES = 1 << 12,
	RE_NO_BK_PARENS = 1 << 13,
	RE_NO_BK_REFS = 1 << 14,
	RE_NO_BK_VBAR = 1 << 15,
	RE_NO_EMPTY_RANGES = 1 << 16,
	RE_UNMATCHED_RIGHT_PAREN_ORD = 1 << 17,
	RE_NO_GNU_OPS = 1 << 19,
	RE_INVALID_INTERVAL_ORD = 1 << 21,
	RE_ICASE = 1 << 22,
	RE_CARET_ANCHORS_HERE = 1 << 23,
	RE_CONTEXT_INVALID_DUP = 1 << 24,
	RE_NO_SUB = 1 << 25,
};

/* glibc's values: musl's <regex.h> must not be included here. */
enum {
	REG_NOERROR,
	REG_NOMATCH,
	REG_BADPAT,
	REG_ECOLLATE,
	REG_ECTYPE,
	REG_EESCAPE,
	REG_ESUBREG,
	REG_EBRACK,
	REG_EPAREN,
	REG_EBRACE,
	REG_BADBR,
	REG_ERANGE,
	REG_ESPACE,
	REG_BADRPT,
	REG_EEND,
	REG_ESIZE,
	REG_ERPAREN
};

enum { REG_NOTBOL = 1, REG_NOTEOL = 2, REG_STARTEND = 4 };
enum { REGS_UNALLOCATED, REGS_REALLOCATE, REGS_FIXED };
enum { DUP_MAX = 0x7fff };

typedef int regoff_t;
typedef unsigned long reg_syntax_t;

typedef struct {
	regoff_t rm_so, rm_eo;
} regmatch_t;

struct re_pattern_buffer {
	struct mc_program *buffer;
	unsigned long allocated, used;
	reg_syntax_t syntax;
	char *fastmap;
	unsigned char *translate;
	size_t re_nsub;
	unsigned can_be_null : 1, regs_allocated : 2, fastmap_accurate : 1, no_sub : 1, not_bol : 1, not_eol : 1, newline_anchor : 1;
};

struct re_registers {
	unsigned num_regs;
	regoff_t *start, *end;
};

/* A byte that is no part of a UTF-8 sequence counts as a character of its own above Unicode. */
#define MC_INVALID 0x110000

enum mc_op {
	MC_CHAR,    /* value: the character */
	MC_ANY,     /* any character but those that the syntax excludes */
	MC_SET,     /* value: offset of a mc_set in the block */
	MC_SPLIT,   /* go on at next and, less wanted, at other */
	MC_JUMP,    /* go on at other */
	MC_OPEN,    /* value: group */
	MC_CLOSE,   /* value: group; other: 1 when the group is the body of a repetition that may be skipped */
	MC_ASSERT,  /* value: enum mc_assert */
	MC_BACKREF, /* value: group */
	MC_MATCH    /* the end */
};

enum mc_assert { AT_LINE_START, AT_LINE_END, AT_BUFFER_START, AT_BUFFER_END, AT_WORD_START, AT_WORD_END, AT_WORD_EDGE, NOT_WORD_EDGE };

struct mc_instr {
	uint32_t op, value, other;
};

struct mc_range {
	uint32_t low, high;
};

enum { MC_MAX_CLASSES = 13 };

/* A bracket expression: characters below 256 in a bitmap (all of them when bytes are characters), the rest by rule. */
struct mc_set {
	uint32_t bits[8];
	wctype_t classes[MC_MAX_CLASSES];
	uint32_t class_count, range_count;
	uint8_t negated, not_newline;
	struct mc_range ranges[];
};

/* A compiled expression: one block, so that a caller may free() it as it could glibc's. */
struct mc_program {
	uint32_t instr_count, group_count; /* groups without the whole match */
	uint32_t referenced;               /* bit n: \n occurs */
	uint8_t multibyte, icase, nullable, dot_newline, dot_null;
	uint8_t first[32]; /* bytes that can begin a match; all when nullable */
	struct mc_instr code[];
};

enum mc_node_type { NODE_EMPTY, NODE_CHAR, NODE_ANY, NODE_SET, NODE_SEQUENCE, NODE_CHOICE, NODE_GROUP, NODE_REPEAT, NODE_ASSERT, NODE_BACKREF };

struct mc_node {
	enum mc_node_type type;
	uint32_t value;        /* character, group, assertion */
	int min, max;          /* of a repetition; max -1: no end */
	struct mc_set *set;
	struct mc_node *child, *last, *next;
};

/* What parsing allocates, freed at once. */
struct mc_arena {
	struct mc_chunk *chunks;
};

struct mc_parser {
	const unsigned char *text, *end, *begin;
	const unsigned char *translate;
	struct mc_arena *arena;
	reg_syntax_t syntax;
	uint32_t groups, completed, referenced;
	int multibyte, icase, depth, error;
};

void *mc_regex_alloc(struct mc_arena *arena, size_t size);
void mc_regex_release(struct mc_arena *arena);
uint32_t mc_regex_decode(const unsigned char *s, const unsigned char *end, const unsigned char *translate, int multibyte, int icase, int *length);
struct mc_node *mc_regex_parse(struct mc_parser *p);
struct mc_set *mc_regex_bracket(struct mc_parser *p);
struct mc_set *mc_regex_class_set(struct mc_parser *p, const char *class, const char *extra, int negated);
int mc_regex_set_has(const struct mc_set *set, uint32_t c, int multibyte);
int mc_regex_compile(struct re_pattern_buffer *preg, const char *pattern, size_t length, reg_syntax_t syntax);
const char *mc_regex_message(int error);

/* A search: [text, text + length) is visible, a match starts in [start, last] (downwards when last < start), ends at most at stop. */
struct mc_search {
	const struct re_pattern_buffer *preg;
	const struct mc_program *program;
	const unsigned char *text;
	regoff_t length, start, last, stop;
	int flags;
	size_t match_count;
	regmatch_t *matches;
};

int mc_regex_search(struct mc_search *s);
int mc_regex_assert(const struct mc_search *s, enum mc_assert what, regoff_t at);
uint32_t mc_regex_char_at(const struct mc_search *s, regoff_t at, int *length);
int mc_regex_consumes(const struct mc_search *s, const struct mc_instr *i, uint32_t c);
int mc_regex_match_backrefs(const struct mc_search *s, regoff_t start, regmatch_t *matches);
void mc_regex_open(regmatch_t *regs, uint32_t group, regoff_t at);
void mc_regex_close(regmatch_t *regs, uint32_t groups, const struct mc_instr *i, regoff_t at);

#endif
