/* fuzz_strings.c - libFuzzer target of the names that stand in bytes as strings.
 *
 * Input that begins as a table is opened as one; any other input is looked through for the names of the largest
 * table so far, and the answer must be that of the plain loop here: give the table that was seeded before an
 * input of that kind to see its crash again. */
#include <stdlib.h>
#include <string.h>

#include "mc_strings.h"

static uint8_t *table_bytes;
static mc_table table;

static void must(int truth)
{
  if (!truth)
    abort();
}

static int is_part(uint8_t c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The same as mc_table_strings, a byte at a time. */
static void plainly(const uint8_t *p, size_t n, uint8_t *plane)
{
  char name[MC_STRING_MAX + 1];
  for (size_t i = 0; i < n; i++) {
    size_t k = 0;
    if (p[i])
      continue;
    while (i + 1 + k < n && k < MC_STRING_MAX && is_part(p[i + 1 + k])) {
      name[k] = (char)p[i + 1 + k];
      k++;
    }
    name[k] = 0;
    if (i + 1 + k == n || p[i + 1 + k] || k < MC_STRING_MIN || (name[0] >= '0' && name[0] <= '9'))
      continue;
    uint32_t row = mc_table_find(&table, name);
    if (row != MC_NO_ROW)
      plane[row >> 3] = (uint8_t)(plane[row >> 3] | 1u << (row & 7));
  }
}

static void take(const uint8_t *bytes, size_t n)
{
  mc_table t;
  uint8_t *copy = malloc(n);
  must(copy != NULL);
  memcpy(copy, bytes, n);
  if (mc_table_open(copy, n, &t) == MC_TABLE_OK && t.row_n > table.row_n) {
    free(table_bytes);
    table_bytes = copy;
    table = t;
  } else {
    free(copy);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
  if (n >= 4 && !memcmp(bytes, "MCTB", 4)) {
    take(bytes, n);
  } else if (table_bytes) {
    uint8_t *found = calloc(2, table.plane_bytes), *expected = found + table.plane_bytes;
    must(found != NULL);
    mc_table_strings(&table, bytes, n, found);
    plainly(bytes, n, expected);
    must(!memcmp(found, expected, table.plane_bytes));
    free(found);
  }
  return 0;
}
