/* What glibc's printf does beyond musl's: the check of %n by the checking family, and spellings of its own. */
#ifndef MC_PRINTF_H
#define MC_PRINTF_H
#include <stddef.h>
#include <wchar.h>

/* flag > 0: glibc aborts on a %n whose format lies in writable memory. */
void mc_printf_check(int flag, const char *format);
void mc_wprintf_check(int flag, const wchar_t *format);

/* Can this stand between a % and the conversion letter? */
int mc_printf_is_between(unsigned c);

/* The bytes that a copy of the format takes when it holds what musl's printf refuses, else 0. */
size_t mc_printf_room(const char *format);
/* The format as musl spells it: copied to the room, or itself when size is 0. */
const char *mc_printf_plain(char *room, size_t size, const char *format);

/* Declares plain, the format as musl spells it. */
#define MC_PRINTF_PLAIN(plain, format) \
	size_t plain##_size = mc_printf_room(format); \
	char plain##_room[plain##_size + 1]; \
	const char *plain = mc_printf_plain(plain##_room, plain##_size, format)
#endif
