/* recipe: _internal_entry
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: Linux man-pages services(5), networks(5), passwd(5), group(5)
 * scope: public
 */
#include "include/mc_entry.h"
#include <errno.h>

int mc_line_next(FILE *f, struct mc_room *room, char **line)
{
	for (;;) {
		long start = ftell(f);
		size_t have = 0;
		int c;
		while ((c = getc(f)) != EOF && c != '\n' && have + 1 < room->left) room->at[have++] = (char)c;
		if (c == EOF && !have) return ENOENT;
		if (c != EOF && c != '\n') {
			if (start >= 0) fseek(f, start, SEEK_SET);
			return ERANGE;
		}
		room->at[have] = 0;
		if (have && *room->at != '#') {
			*line = room->at;
			room->at += have + 1;
			room->left -= have + 1;
			return 0;
		}
	}
}

int mc_fields(char *line, char **fields, int most)
{
	int n = 0;
	line[strcspn(line, "\n")] = 0;
	while (n < most) {
		fields[n++] = line;
		char *colon = strchr(line, ':');
		if (!colon) break;
		*colon = 0;
		line = colon + 1;
	}
	return n;
}

static int count(const char *text, char separator)
{
	int n = 0;
	for (; *text; text++) n += *text == separator;
	return n;
}

char **mc_members(char *text, struct mc_room *room)
{
	char **list = mc_take(room, ((size_t)count(text, ',') + 2) * sizeof *list, sizeof *list);
	size_t n = 0;
	if (!list) return NULL;
	while (*text) {
		size_t len = strcspn(text, ",");
		if (len) list[n++] = text;
		text += len;
		if (*text) *text++ = 0;
	}
	list[n] = NULL;
	return list;
}

int mc_entry_next(FILE *f, struct mc_entry *entry, struct mc_room room, struct mc_room *rest)
{
	for (;;) {
		char *line, *save = NULL;
		struct mc_room left = room;
		long start = ftell(f);
		int error = mc_line_next(f, &left, &line);
		if (error) return error;
		line[strcspn(line, "#")] = 0;
		size_t most = strlen(line) / 2 + 1;
		entry->name = strtok_r(line, " \t", &save);
		entry->value = strtok_r(NULL, " \t", &save);
		if (!entry->value) continue;
		entry->aliases = mc_take(&left, (most + 1) * sizeof(char *), sizeof(char *));
		if (!entry->aliases) {
			if (start >= 0) fseek(f, start, SEEK_SET);
			return ERANGE;
		}
		size_t n = 0;
		while ((entry->aliases[n] = strtok_r(NULL, " \t", &save))) n++;
		*rest = left;
		return 0;
	}
}
