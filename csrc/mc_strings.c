/* mc_strings.c - one pass over all bytes without a branch, which compilers do for sixteen at a time, marks where
 * a zero and MC_STRING_MIN characters of a name stand; only those places are looked at one by one. */
#include "mc_strings.h"

#include "mc_cursor.h"

enum { BLOCK = 4096, WORD = 8, NEXT = MC_STRING_MIN + 1 };
_Static_assert(MC_STRING_MIN == 4, "mark() looks at as many characters");

static inline uint8_t is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }

/* A letter, a digit or '_' */
static inline uint8_t is_part(uint8_t c)
{
  uint8_t letter = (uint8_t)((c | 0x20) - 'a') < 26;
  return (uint8_t)(letter | is_digit(c) | (c == '_'));
}

/* starts[i]: a zero at p[i] and parts of a name behind it.  Reads n + MC_STRING_MIN bytes. */
static void mark(const uint8_t *p, size_t n, uint8_t *starts)
{
  uint8_t part[BLOCK + MC_STRING_MIN];
  for (size_t i = 0; i < n + MC_STRING_MIN; i++)
    part[i] = is_part(p[i]);
  for (size_t i = 0; i < n; i++)
    starts[i] = (uint8_t)((p[i] == 0) & part[i + 1] & part[i + 2] & part[i + 3] & part[i + 4]);
}

/* A name of the table at p, which is not behind `end`?  The table is asked before every character is looked at:
 * few strings are in it. */
static void look(const mc_table *t, const uint8_t *p, const uint8_t *end, uint8_t *plane)
{
  size_t room = (size_t)(end - p), most = MC_STRING_MAX + 1;
  const uint8_t *zero = memchr(p, 0, room < most ? room : most);
  uint32_t row = zero && !is_digit(*p) ? mc_table_find(t, (const char *)p) : MC_NO_ROW;
  if (row == MC_NO_ROW)
    return;
  for (p += MC_STRING_MIN; p < zero; p++)
    if (!is_part(*p))
      return;
  plane[row >> 3] = (uint8_t)(plane[row >> 3] | 1u << (row & 7));
}

void mc_table_strings(const mc_table *t, const void *bytes, size_t n, uint8_t *plane)
{
  const uint8_t *p = bytes;
  uint8_t starts[BLOCK + WORD];
  size_t left = n > NEXT ? n - NEXT : 0;   /* places with room for the shortest name and the zero behind it */
  for (size_t block; left; left -= block, p += block) {
    block = left < BLOCK ? left : BLOCK;
    mark(p, block, starts);
    memset(starts + block, 0, WORD);
    for (size_t i = 0; i < block; i += WORD) {
      uint64_t some;
      memcpy(&some, starts + i, WORD);
      for (size_t k = i; some && k < i + WORD; k++)
        if (starts[k])
          look(t, p + k + 1, (const uint8_t *)bytes + n, plane);
    }
  }
}
