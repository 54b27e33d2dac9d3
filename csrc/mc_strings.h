/* mc_strings.h - names of a table that stand in bytes as strings: what a program may look up by name. */
#ifndef MC_STRINGS_H
#define MC_STRINGS_H

#include "mc_table.h"

/* CFFI BEGIN */

/* Characters of the shortest and of the longest name that is looked for. */
#define MC_STRING_MIN 4
#define MC_STRING_MAX 64

/* Sets in plane (plane_bytes long) the bit of each row whose name stands between two zeros in n bytes, when it
 * is of MC_STRING_MIN to MC_STRING_MAX ASCII letters, digits and '_', and no digit first.  A zero may end one
 * string and begin the next.  Total on any bytes. */
void mc_table_strings(const mc_table *, const void *bytes, size_t n, uint8_t *plane);

/* CFFI END */
#endif
