#include "mc_table.h"
#include "mc_cursor.h"

#include <string.h>

/* On disk everything is little endian.  Header, then the sections that it names. */
enum {
  H_MAGIC = 0, H_ABI = 4, H_TOTAL = 8, H_CHECK = 16, H_ROWS = 24, H_BUCKETS = 28, H_PLANES = 32, H_PLANE_BYTES = 36,
  H_COLUMNS = 40, H_STRINGS_LEN = 44, H_META_LEN = 48, H_DISP = 52, H_ROW = 56, H_PLANE = 60, H_COLUMN = 64,
  H_STRINGS = 68, H_META = 72, H_SIZE = 80
};

#define DIRECT 0x80000000u
#define K0 0x9e3779b97f4a7c15u
#define K1 0xbf58476d1ce4e5b9u
#define K2 0x94d049bb133111ebu

/* One load each: a lookup is a dozen of them. */
static inline uint32_t le32(const uint8_t *p) { return mc_ld32((mc_view){p, 4}, 0, 0); }
static inline uint64_t le64(const uint8_t *p) { return mc_ld64((mc_view){p, 8}, 0, 0); }

/* Words of 8 bytes; the last one overlaps its predecessor, so that nothing past the name is read. */
static inline uint64_t hash(const uint8_t *s, size_t n)
{
  uint64_t h = K0 ^ (uint64_t)n * K1, w;
  if (n >= 8) {
    for (size_t i = 0; i + 8 < n; i += 8) {
      h = (h ^ le64(s + i)) * K1;
      h ^= h >> 29;
    }
    w = le64(s + n - 8);
  } else if (n >= 4) {
    w = le32(s) | (uint64_t)le32(s + n - 4) << 32;
  } else {
    w = n ? (uint64_t)s[0] | (uint64_t)s[n / 2] << 8 | (uint64_t)s[n - 1] << 16 : 0;
  }
  h = (h ^ w) * K2;
  return h ^ h >> 31;
}

/* [0, n) from 32 bits, without a division */
static inline uint32_t scale(uint32_t x, uint32_t n) { return (uint32_t)((uint64_t)x * n >> 32); }

static inline uint32_t slot_of(const mc_table *t, uint64_t h)
{
  uint32_t d = le32(t->disp + 4u * (size_t)scale((uint32_t)(h >> 32), t->bucket_n));
  if (d & DIRECT) return d & ~DIRECT;
  uint64_t x = (h ^ (uint64_t)d * K0) * K1;
  return scale((uint32_t)(x >> 32), t->row_n);
}

static inline uint32_t find(const mc_table *t, const char *name, size_t n)
{
  uint64_t h = hash((const uint8_t *)name, n);
  uint32_t row = slot_of(t, h);
  const uint8_t *r = t->rows + 8u * (size_t)row;
  if (le32(r) != (uint32_t)h) return MC_NO_ROW;
  uint32_t at = le32(r + 4);
  /* the strings' final NUL stops the comparison within the table */
  return n < t->strings_len - at && !memcmp(t->strings + at, name, n + 1) ? row : MC_NO_ROW;
}

uint32_t mc_table_find(const mc_table *t, const char *name) { return find(t, name, strlen(name)); }

const uint8_t *mc_table_plane(const mc_table *t, uint32_t i)
{
  return i < t->plane_n ? t->planes + (size_t)i * t->plane_bytes : NULL;
}

uint8_t mc_table_column(const mc_table *t, uint32_t i, uint32_t row)
{
  return i < t->column_n && row < t->row_n ? t->columns[(size_t)i * t->row_n + row] : 0;
}

const char *mc_table_name(const mc_table *t, uint32_t row)
{
  return row < t->row_n ? t->strings + le32(t->rows + 8u * (size_t)row + 4) : "";
}

/* ---- opening ---- */

static uint64_t checksum(const uint8_t *p, size_t n)
{
  uint64_t h = K0;
  for (size_t i = 0; i + 8 <= n; i += 8) {
    h = (h ^ le64(p + i)) * K1;
    h ^= h >> 32;
  }
  return h;
}

/* The section [off, off + size) of n bytes; NULL when it is not inside. */
static const uint8_t *section(const uint8_t *b, size_t n, uint32_t off, uint64_t size)
{
  return off >= H_SIZE && off <= n && size <= n - off ? b + off : NULL;
}

static int lay_out(const uint8_t *b, size_t n, mc_table *t)
{
  t->row_n = le32(b + H_ROWS);
  t->bucket_n = le32(b + H_BUCKETS);
  t->plane_n = le32(b + H_PLANES);
  t->plane_bytes = le32(b + H_PLANE_BYTES);
  t->column_n = le32(b + H_COLUMNS);
  t->strings_len = le32(b + H_STRINGS_LEN);
  t->meta_len = le32(b + H_META_LEN);
  if (!t->row_n || t->row_n >= DIRECT || !t->bucket_n || !t->strings_len) return 0;
  if (t->plane_bytes != t->row_n / 8 + (t->row_n % 8 != 0)) return 0;
  t->disp = section(b, n, le32(b + H_DISP), 4ull * t->bucket_n);
  t->rows = section(b, n, le32(b + H_ROW), 8ull * t->row_n);
  t->planes = section(b, n, le32(b + H_PLANE), (uint64_t)t->plane_n * t->plane_bytes);
  t->columns = section(b, n, le32(b + H_COLUMN), (uint64_t)t->column_n * t->row_n);
  t->strings = (const char *)section(b, n, le32(b + H_STRINGS), t->strings_len);
  t->meta = (const char *)section(b, n, le32(b + H_META), t->meta_len);
  return t->disp && t->rows && t->planes && t->columns && t->strings && t->meta;
}

/* Every displacement leads into the table, and every row is where its own name leads. */
static int content_holds(const mc_table *t)
{
  if (t->strings[t->strings_len - 1]) return 0;
  for (uint32_t i = 0; i < t->bucket_n; i++) {
    uint32_t d = le32(t->disp + 4u * (size_t)i);
    if ((d & DIRECT) && (d & ~DIRECT) >= t->row_n) return 0;
  }
  /* all names first: a lookup may lead to any row */
  for (uint32_t i = 0; i < t->row_n; i++)
    if (le32(t->rows + 8u * (size_t)i + 4) >= t->strings_len) return 0;
  for (uint32_t i = 0; i < t->row_n; i++)
    if (mc_table_find(t, mc_table_name(t, i)) != i) return 0;
  return 1;
}

int mc_table_open(const void *bytes, size_t n, mc_table *out)
{
  const uint8_t *b = bytes;
  mc_table t;
  memset(out, 0, sizeof *out);
  if (n < H_SIZE) return MC_TABLE_SHORT;
  if (memcmp(b + H_MAGIC, "MCTB", 4)) return MC_TABLE_MAGIC;
  if (le32(b + H_ABI) != MC_TABLE_ABI) return MC_TABLE_STALE;
  if (le64(b + H_TOTAL) != n) return n < le64(b + H_TOTAL) ? MC_TABLE_SHORT : MC_TABLE_LAYOUT;
  if (n % 8 || !lay_out(b, n, &t)) return MC_TABLE_LAYOUT;
  if (checksum(b + H_ROWS, n - H_ROWS) != le64(b + H_CHECK)) return MC_TABLE_CHECKSUM;
  if (!content_holds(&t)) return MC_TABLE_CONTENT;
  *out = t;
  return MC_TABLE_OK;
}
