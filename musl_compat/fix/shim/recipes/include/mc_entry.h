/* Entries of the databases in /etc, put into a caller's buffer. */
#ifndef MC_ENTRY_H
#define MC_ENTRY_H
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* What is left of a caller's buffer. */
struct mc_room {
	char *at;
	size_t left;
};

/* Takes n bytes with an alignment; NULL when they are not there. */
static inline void *mc_take(struct mc_room *room, size_t n, size_t align)
{
	size_t skip = -(uintptr_t)room->at & (align - 1);
	if (room->left < skip || room->left - skip < n) return NULL;
	char *taken = room->at + skip;
	room->at = taken + n;
	room->left -= skip + n;
	return taken;
}

/* A copy of a string; "" for NULL; NULL when there is no room. */
static inline char *mc_take_string(struct mc_room *room, const char *s)
{
	size_t n = s ? strlen(s) + 1 : 1;
	char *copy = mc_take(room, n, 1);
	return copy ? memcpy(copy, s ? s : "", n) : NULL;
}

/* A copy of a list of strings that ends in NULL; NULL when there is no room. */
static inline char **mc_take_list(struct mc_room *room, char *const *list)
{
	size_t n = 0;
	while (list && list[n]) n++;
	char **copy = mc_take(room, (n + 1) * sizeof *copy, sizeof *copy);
	for (size_t i = 0; copy && i < n; i++)
		if (!(copy[i] = mc_take_string(room, list[i]))) return NULL;
	if (copy) copy[n] = NULL;
	return copy;
}

/* Lines "NAME VALUE ALIAS...": /etc/services, networks, rpc. */
struct mc_entry {
	char *name, *value, **aliases;
};

/* The next entry of a file. 0, ENOENT at the end, or ERANGE: then the same entry comes again. */
int mc_entry_next(FILE *f, struct mc_entry *entry, struct mc_room room, struct mc_room *rest);

/* Cuts a line at colons into up to `most` fields; a line break ends it. Returns how many there are. */
int mc_fields(char *line, char **fields, int most);

/* Reads one line that is neither empty nor a comment into the room. 0, ENOENT, or ERANGE with the line put back. */
int mc_line_next(FILE *f, struct mc_room *room, char **line);

/* Cuts "a,b,c" into a list in the room; NULL when there is none. An empty string has no members. */
char **mc_members(char *text, struct mc_room *room);
#endif
