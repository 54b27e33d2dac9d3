/* fuzz_table.c - libFuzzer target of the table and the join.
 *
 * Input that begins as a table is opened as one, its length and checksum made to fit so that the checks behind
 * them are reached; what is opened must find each of its own names.  Any other input is scanned, and its image
 * judged against the largest table so far, with itself as a libc to ask: give the table that was seeded
 * before an input of that kind to see its crash again. */
#include <stdlib.h>
#include <string.h>

#include "mc_table.h"

enum { AT_TOTAL = 8, AT_SUM = 16, AT_ROWS = 24, ROOM = 64 };

static void must(int truth)
{
  if (!truth)
    abort();
}

static void store64(uint8_t *p, uint64_t v)
{
  for (int i = 0; i < 8; i++)
    p[i] = (uint8_t)(v >> 8 * i);
}

static uint64_t load64(const uint8_t *p)
{
  uint64_t v = 0;
  for (int i = 0; i < 8; i++)
    v |= (uint64_t)p[i] << 8 * i;
  return v;
}

/* As in mc_table.c. */
static uint64_t checksum(const uint8_t *p, size_t n)
{
  uint64_t h = 0x9e3779b97f4a7c15u;
  for (size_t i = 0; i + 8 <= n; i += 8) {
    h = (h ^ load64(p + i)) * 0xbf58476d1ce4e5b9u;
    h ^= h >> 32;
  }
  return h;
}

static uint64_t sum;           /* what is read goes somewhere, so that no read is optimised away */
static uint8_t *table_bytes;   /* of the largest table that opened: the join's */
static mc_table table;

static void try_table(const uint8_t *bytes, size_t n)
{
  mc_table t;
  uint8_t *copy = malloc(n);
  must(copy != NULL);
  memcpy(copy, bytes, n);
  if (n >= AT_ROWS) {
    store64(copy + AT_TOTAL, n);
    store64(copy + AT_SUM, checksum(copy + AT_ROWS, n - AT_ROWS));
  }
  if (mc_table_open(copy, n, &t) != MC_TABLE_OK) {
    must(!t.row_n && !t.rows);
    free(copy);
    return;
  }
  for (uint32_t i = 0; i < t.row_n; i++)
    must(mc_table_find(&t, mc_table_name(&t, i)) == i);
  for (uint32_t i = 0; i < t.plane_n; i++)
    for (uint32_t k = 0; k < t.plane_bytes; k++)
      sum += mc_table_plane(&t, i)[k];
  for (uint32_t i = 0; i < t.column_n; i++)
    must(mc_table_column(&t, i, t.row_n - 1) == t.columns[(size_t)(i + 1) * t.row_n - 1]);
  must(!mc_table_plane(&t, t.plane_n) && !*mc_table_name(&t, t.row_n));
  if (t.plane_n && t.row_n > table.row_n) {
    free(table_bytes);
    table_bytes = copy;
    table = t;
  } else {
    free(copy);
  }
}

static void try_join(const uint8_t *bytes, size_t n)
{
  static mc_scratch *scratch;
  mc_err err;
  mc_ref refs[ROOM], fewer[2];
  mc_join_counts c, again;
  if (!scratch)
    must((scratch = mc_scratch_new()) != NULL);
  mc_image *im = mc_scan_buffer(bytes, n, NULL, scratch, &err);
  if (!im)
    return;
  mc_join_spec spec = {.table = &table, .reserved = "libc.\0libm.\0", .ok_types = 0x67, .ok_binds = 0x406};
  spec.provided = mc_table_plane(&table, 0);
  spec.fallback = mc_table_plane(&table, table.plane_n - 1);
  spec.known = mc_table_plane(&table, table.plane_n / 2);
  spec.owner_files = mc_table_plane(&table, table.plane_n / 3);
  spec.libc = bytes[n - 1] & 1 ? im : NULL;
  spec.flags = bytes[n - 1] >> 1 & 3;
  uint32_t given = mc_join(im, &spec, refs, ROOM, &c);
  must(given == c.missing + (spec.flags & MC_JOIN_WEAK ? c.weak : 0));
  must((uint64_t)c.own + c.libc + c.fallback + c.others + c.missing + c.weak <= im->sym_n);
  for (uint32_t i = 0; i < given && i < ROOM; i++) {
    must(refs[i].sym < im->sym_n && refs[i].used);
    must(refs[i].row == MC_NO_ROW || refs[i].row < table.row_n);
    must(refs[i].file == MC_NO_ROW || refs[i].file < im->verneed_n);
  }
  must(mc_join(im, &spec, fewer, 2, &again) == given && !memcmp(&c, &again, sizeof c));
  must(!memcmp(fewer, refs, (given < 2 ? given : 2) * sizeof *refs));
  uint8_t *plane = calloc(1, table.plane_bytes);
  must(plane != NULL);
  must(mc_table_mark(&table, im, 0x67, 0x406, plane) <= im->sym_n);
  free(plane);
  mc_image_free(im);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
  if (n >= 4 && !memcmp(bytes, "MCTB", 4))
    try_table(bytes, n);
  else if (n && table_bytes)
    try_join(bytes, n);
  return 0;
}
