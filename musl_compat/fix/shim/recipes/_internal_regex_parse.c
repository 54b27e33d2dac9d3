/* recipe: _internal_regex_parse
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: _internal_regex_bracket
 * fidelity: equivalent
 * differs: nesting deeper than 2000 groups is refused with REG_ESPACE
 * spec: POSIX XBD chapter 9; glibc manual, "Regular Expressions"; the syntax bits as <regex.h> describes them
 * scope: public
 */
#include "include/mc_regex.h"

enum { MAX_DEPTH = 2000 };

enum token {
	T_CHAR,
	T_END,
	T_ALT,
	T_STAR,
	T_PLUS,
	T_QUESTION,
	T_OPEN_BRACE,
	T_CLOSE_BRACE,
	T_OPEN,
	T_CLOSE,
	T_BRACKET,
	T_ANY,
	T_ASSERT,
	T_BACKREF,
	T_WORD,
	T_NOT_WORD,
	T_SPACE,
	T_NOT_SPACE,
	T_TRAILING_BACKSLASH
};

struct lexeme {
	enum token type;
	uint32_t value;
	int length;
};

/* The letter after a backslash, when the syntax makes it an operator. */
static int escaped(const struct mc_parser *p, unsigned c, struct lexeme *t)
{
	static const struct {
		char letter;
		uint8_t type, value;
	} gnu[] = {{'<', T_ASSERT, AT_WORD_START}, {'>', T_ASSERT, AT_WORD_END}, {'b', T_ASSERT, AT_WORD_EDGE},
		   {'B', T_ASSERT, NOT_WORD_EDGE}, {'`', T_ASSERT, AT_BUFFER_START}, {'\'', T_ASSERT, AT_BUFFER_END},
		   {'w', T_WORD, 0}, {'W', T_NOT_WORD, 0}, {'s', T_SPACE, 0}, {'S', T_NOT_SPACE, 0}};
	reg_syntax_t s = p->syntax;

	t->value = c;
	if (!(s & RE_NO_GNU_OPS)) {
		for (size_t i = 0; i < sizeof gnu / sizeof *gnu; i++) {
			if ((unsigned char)gnu[i].letter == c) {
				t->type = gnu[i].type;
				t->value = gnu[i].value;
				return 1;
			}
		}
	}
	if (c == '|' && !(s & RE_LIMITED_OPS) && !(s & RE_NO_BK_VBAR))
		t->type = T_ALT;
	else if (c >= '1' && c <= '9' && !(s & RE_NO_BK_REFS))
		t->type = T_BACKREF, t->value = c - '0';
	else if (c == '(' && !(s & RE_NO_BK_PARENS))
		t->type = T_OPEN;
	else if (c == ')' && !(s & RE_NO_BK_PARENS))
		t->type = T_CLOSE;
	else if ((c == '+' || c == '?') && !(s & RE_LIMITED_OPS) && s & RE_BK_PLUS_QM)
		t->type = c == '+' ? T_PLUS : T_QUESTION;
	else if ((c == '{' || c == '}') && s & RE_INTERVALS && !(s & RE_NO_BK_BRACES))
		t->type = c == '{' ? T_OPEN_BRACE : T_CLOSE_BRACE;
	else
		return 0;
	return 1;
}

static struct lexeme peek(struct mc_parser *p, reg_syntax_t s);

static int caret_is_anchor(const struct mc_parser *p, reg_syntax_t s)
{
	if (s & (RE_CONTEXT_INDEP_ANCHORS | RE_CARET_ANCHORS_HERE) || p->text == p->begin)
		return 1;
	return s & RE_NEWLINE_ALT && p->text[-1] == '\n';
}

static int dollar_is_anchor(struct mc_parser *p, reg_syntax_t s)
{
	struct lexeme next;

	if (s & RE_CONTEXT_INDEP_ANCHORS || p->text + 1 == p->end)
		return 1;
	p->text++;
	next = peek(p, s);
	p->text--;
	return next.type == T_ALT || next.type == T_CLOSE;
}

static struct lexeme peek(struct mc_parser *p, reg_syntax_t s)
{
	struct lexeme t = {.type = T_CHAR};
	unsigned c;

	if (p->text == p->end)
		return (struct lexeme){.type = T_END};
	c = *p->text;
	t.value = mc_regex_decode(p->text, p->end, p->translate, p->multibyte, p->icase, &t.length);
	if (c == '\\') {
		int length;
		if (p->text + 1 == p->end)
			return (struct lexeme){.type = T_TRAILING_BACKSLASH, .length = 1};
		if (escaped(p, p->text[1], &t)) {
			t.length = 2;
			return t;
		}
		t.value = mc_regex_decode(p->text + 1, p->end, p->translate, p->multibyte, p->icase, &length);
		t.length = 1 + length;
		return t;
	}
	switch (c) {
	case '\n':
		if (s & RE_NEWLINE_ALT)
			t.type = T_ALT;
		break;
	case '|':
		if (!(s & RE_LIMITED_OPS) && s & RE_NO_BK_VBAR)
			t.type = T_ALT;
		break;
	case '*':
		t.type = T_STAR;
		break;
	case '+':
	case '?':
		if (!(s & RE_LIMITED_OPS) && !(s & RE_BK_PLUS_QM))
			t.type = c == '+' ? T_PLUS : T_QUESTION;
		break;
	case '{':
	case '}':
		if (s & RE_INTERVALS && s & RE_NO_BK_BRACES)
			t.type = c == '{' ? T_OPEN_BRACE : T_CLOSE_BRACE;
		break;
	case '(':
	case ')':
		if (s & RE_NO_BK_PARENS)
			t.type = c == '(' ? T_OPEN : T_CLOSE;
		break;
	case '[':
		t.type = T_BRACKET;
		break;
	case '.':
		t.type = T_ANY;
		break;
	case '^':
		if (caret_is_anchor(p, s))
			t.type = T_ASSERT, t.value = AT_LINE_START;
		break;
	case '$':
		if (dollar_is_anchor(p, s))
			t.type = T_ASSERT, t.value = AT_LINE_END;
		break;
	}
	return t;
}

static struct mc_node *fail(struct mc_parser *p, int error)
{
	if (!p->error)
		p->error = error;
	return 0;
}

static struct mc_node *new_node(struct mc_parser *p, enum mc_node_type type, uint32_t value)
{
	struct mc_node *n = mc_regex_alloc(p->arena, sizeof *n);

	if (!n)
		return fail(p, REG_ESPACE);
	*n = (struct mc_node){.type = type, .value = value};
	return n;
}

static void append(struct mc_node *parent, struct mc_node *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->child = child;
	parent->last = child;
}

static struct mc_node *parse_choice(struct mc_parser *p, struct lexeme *t, int nested);

static struct mc_node *parse_group(struct mc_parser *p, struct lexeme *t)
{
	struct mc_node *group = new_node(p, NODE_GROUP, ++p->groups), *body;

	if (!group)
		return 0;
	if (++p->depth > MAX_DEPTH)
		return fail(p, REG_ESPACE);
	p->text += t->length;
	*t = peek(p, p->syntax | RE_CARET_ANCHORS_HERE);
	if (t->type != T_CLOSE) {
		body = parse_choice(p, t, 1);
		if (p->error)
			return 0;
		if (t->type != T_CLOSE)
			return fail(p, REG_EPAREN);
		append(group, body);
	}
	p->depth--;
	if (group->value <= 9)
		p->completed |= 1U << group->value;
	return group;
}

static struct mc_node *parse_class(struct mc_parser *p, enum token type)
{
	struct mc_node *n = new_node(p, NODE_SET, 0);
	int word = type == T_WORD || type == T_NOT_WORD;

	if (n)
		n->set = mc_regex_class_set(p, word ? "alnum" : "space", word ? "_" : "", type == T_NOT_WORD || type == T_NOT_SPACE);
	return p->error ? 0 : n;
}

/* One number of an interval: -1 none, -2 no number. Leaves t at the comma, the brace or the end. */
static int parse_number(struct mc_parser *p, struct lexeme *t)
{
	int number = -1;

	for (;;) {
		p->text += t->length;
		*t = peek(p, p->syntax);
		if (t->type == T_END)
			return -2;
		if (t->type == T_CLOSE_BRACE || (t->type == T_CHAR && t->value == ','))
			return number;
		if (t->type != T_CHAR || t->value < '0' || t->value > '9' || number == -2)
			number = -2;
		else if (number == -1)
			number = (int)(t->value - '0');
		else
			number = number * 10 + (int)(t->value - '0') > DUP_MAX + 1 ? DUP_MAX + 1 : number * 10 + (int)(t->value - '0');
	}
}

/* 1: a valid interval; 0: error set, or (with t changed to a character) an interval that stands for itself. */
static int parse_interval(struct mc_parser *p, struct lexeme *t, int *min, int *max)
{
	const unsigned char *start = p->text;
	struct lexeme first = *t;

	*min = parse_number(p, t);
	if (*min == -1) {
		if (t->type != T_CHAR || t->value != ',')
			return fail(p, REG_BADBR) != 0;
		*min = 0; /* {,n} is {0,n} */
	}
	*max = -2;
	if (*min != -2)
		*max = t->type == T_CLOSE_BRACE ? *min : t->type == T_CHAR && t->value == ',' ? parse_number(p, t) : -2;
	if (*min == -2 || *max == -2) {
		if (!(p->syntax & RE_INVALID_INTERVAL_ORD))
			return fail(p, t->type == T_END ? REG_EBRACE : REG_BADBR) != 0;
		p->text = start;
		*t = first;
		t->type = T_CHAR;
		t->value = '{';
		return 0;
	}
	if ((*max != -1 && *min > *max) || t->type != T_CLOSE_BRACE)
		return fail(p, REG_BADBR) != 0;
	if ((*max == -1 ? *min : *max) > DUP_MAX)
		return fail(p, REG_ESIZE) != 0;
	return 1;
}

static struct mc_node *parse_repeat(struct mc_parser *p, struct mc_node *what, struct lexeme *t)
{
	int min = t->type == T_PLUS, max = t->type == T_QUESTION ? 1 : -1;
	struct mc_node *repeat;

	if (t->type == T_OPEN_BRACE && !parse_interval(p, t, &min, &max))
		return p->error ? 0 : what;
	p->text += t->length;
	*t = peek(p, p->syntax);
	if (!what || max == 0)
		return new_node(p, NODE_EMPTY, 0);
	repeat = new_node(p, NODE_REPEAT, 0);
	if (repeat) {
		repeat->min = min;
		repeat->max = max;
		append(repeat, what);
	}
	return repeat;
}

static struct mc_node *parse_backref(struct mc_parser *p, const struct lexeme *t)
{
	if (!(p->completed & 1U << t->value))
		return fail(p, REG_ESUBREG);
	p->referenced |= 1U << t->value;
	return new_node(p, NODE_BACKREF, t->value);
}

static int is_repeat(enum token type)
{
	return type == T_STAR || type == T_PLUS || type == T_QUESTION || type == T_OPEN_BRACE;
}

/* A repetition with nothing before it. 1: an error; 2: it is skipped; 0: it stands for itself. */
static int stray_repeat(struct mc_parser *p, enum token type)
{
	if (type == T_OPEN_BRACE && p->syntax & RE_CONTEXT_INVALID_DUP)
		return fail(p, REG_BADRPT) == 0;
	if (p->syntax & RE_CONTEXT_INVALID_OPS && !(p->syntax & RE_CONTEXT_INVALID_DUP))
		return fail(p, REG_BADRPT) == 0;
	return p->syntax & RE_CONTEXT_INDEP_OPS ? 2 : 0;
}

static struct mc_node *parse_atom(struct mc_parser *p, struct lexeme *t)
{
	struct mc_node *n;

	switch (t->type) {
	case T_OPEN:
		return parse_group(p, t);
	case T_BRACKET:
		p->text += t->length;
		t->length = 0;
		n = new_node(p, NODE_SET, 0);
		if (n)
			n->set = mc_regex_bracket(p);
		return p->error ? 0 : n;
	case T_BACKREF:
		return parse_backref(p, t);
	case T_ANY:
		return new_node(p, NODE_ANY, 0);
	case T_WORD:
	case T_NOT_WORD:
	case T_SPACE:
	case T_NOT_SPACE:
		return parse_class(p, t->type);
	case T_TRAILING_BACKSLASH:
		return fail(p, REG_EESCAPE);
	case T_CLOSE:
		if (!(p->syntax & RE_UNMATCHED_RIGHT_PAREN_ORD))
			return fail(p, REG_ERPAREN);
		break;
	default:
		break;
	}
	return new_node(p, NODE_CHAR, t->value);
}

static struct mc_node *parse_expression(struct mc_parser *p, struct lexeme *t)
{
	struct mc_node *n;

	while (is_repeat(t->type)) {
		int stray = stray_repeat(p, t->type);
		if (stray == 1)
			return 0;
		if (stray == 0)
			break;
		p->text += t->length;
		*t = peek(p, p->syntax);
	}
	if (t->type == T_END || t->type == T_ALT)
		return new_node(p, NODE_EMPTY, 0);
	if (t->type == T_ASSERT) {
		/* An assertion cannot be repeated: what follows it begins anew. */
		n = new_node(p, NODE_ASSERT, t->value);
		p->text += t->length;
		*t = peek(p, p->syntax);
		return n;
	}
	n = parse_atom(p, t);
	if (p->error)
		return 0;
	p->text += t->length;
	*t = peek(p, p->syntax);
	while (is_repeat(t->type)) {
		n = parse_repeat(p, n, t);
		if (p->error)
			return 0;
		if (p->syntax & RE_CONTEXT_INVALID_DUP && (t->type == T_STAR || t->type == T_OPEN_BRACE))
			return fail(p, REG_BADRPT);
	}
	return n;
}

static struct mc_node *parse_sequence(struct mc_parser *p, struct lexeme *t, int nested)
{
	struct mc_node *sequence = new_node(p, NODE_SEQUENCE, 0);

	while (!p->error && t->type != T_ALT && t->type != T_END && !(nested && t->type == T_CLOSE)) {
		struct mc_node *n = parse_expression(p, t);
		if (n)
			append(sequence, n);
	}
	return sequence;
}

static int is_empty(const struct mc_node *sequence)
{
	for (const struct mc_node *n = sequence->child; n; n = n->next)
		if (n->type != NODE_EMPTY)
			return 0;
	return 1;
}

/* glibc takes an empty first branch only when the second one cannot be taken. */
static void prefer_second(struct mc_node *choice)
{
	struct mc_node *first = choice->child, *second = first ? first->next : 0;

	if (!second || !is_empty(first))
		return;
	first->next = second->next;
	second->next = first;
	choice->child = second;
	if (choice->last == second)
		choice->last = first;
}

static struct mc_node *parse_choice(struct mc_parser *p, struct lexeme *t, int nested)
{
	struct mc_node *choice = new_node(p, NODE_CHOICE, 0), *branch;
	uint32_t before = p->completed, all = before;

	/* A group of one branch is no group yet for the next one, but is for what follows the choice. */
	while (!p->error) {
		branch = parse_sequence(p, t, nested);
		if (p->error)
			break;
		append(choice, branch);
		all |= p->completed;
		if (t->type != T_ALT)
			break;
		p->completed = before;
		p->text += t->length;
		*t = peek(p, p->syntax | RE_CARET_ANCHORS_HERE);
	}
	p->completed = all;
	if (choice)
		prefer_second(choice);
	return choice;
}

/* The tree of the whole pattern, or null with p->error set. */
struct mc_node *mc_regex_parse(struct mc_parser *p)
{
	struct lexeme t = peek(p, p->syntax | RE_CARET_ANCHORS_HERE);
	struct mc_node *n = parse_choice(p, &t, 0);

	return p->error ? 0 : n;
}
