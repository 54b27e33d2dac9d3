/* recipe: getttyent
 * symbols: getttyent getttynam setttyent endttyent
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: window= and comments after an entry are given without their quotes' escapes
 * spec: 4.4BSD getttyent(3), ttys(5)
 * scope: public
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TTY_ON = 1, TTY_SECURE = 2 };

struct ttyent {
	char *ty_name, *ty_getty, *ty_type;
	int ty_status;
	char *ty_window, *ty_comment;
};

static FILE *database;

int setttyent(void)
{
	if (database) rewind(database);
	else database = fopen("/etc/ttys", "re");
	return database != NULL;
}

int endttyent(void)
{
	int closed = !database || fclose(database) != EOF;
	database = NULL;
	return closed;
}

/* Cuts the next word, which may be in double quotes, from the text. NULL at its end. */
static char *word(char **text)
{
	char *p = *text + strspn(*text, " \t");
	if (!*p) return NULL;
	int quoted = *p == '"';
	char *start = p + quoted;
	size_t n = strcspn(start, quoted ? "\"" : " \t");
	*text = start + n + (start[n] != 0);
	start[n] = 0;
	return start;
}

static void option(struct ttyent *e, char *w)
{
	if (!strcmp(w, "on")) e->ty_status |= TTY_ON;
	else if (!strcmp(w, "off")) e->ty_status &= ~TTY_ON;
	else if (!strcmp(w, "secure")) e->ty_status |= TTY_SECURE;
	else if (!strncmp(w, "window=", 7)) e->ty_window = w + 7;
}

struct ttyent *getttyent(void)
{
	static struct ttyent entry;
	static char line[1024];
	if (!database && !setttyent()) return NULL;
	while (fgets(line, sizeof line, database)) {
		line[strcspn(line, "\n")] = 0;
		char *rest = line, *comment = strchr(line, '#');
		if (comment) *comment++ = 0;
		char *name = word(&rest), *w;
		if (!name) continue;
		entry = (struct ttyent){.ty_name = name, .ty_getty = word(&rest), .ty_comment = comment};
		entry.ty_type = entry.ty_getty ? word(&rest) : NULL;
		while ((w = word(&rest))) option(&entry, w);
		return &entry;
	}
	return NULL;
}

struct ttyent *getttynam(const char *name)
{
	struct ttyent *e;
	setttyent();
	while ((e = getttyent()) && strcmp(e->ty_name, name)) {}
	endttyent();
	return e;
}
