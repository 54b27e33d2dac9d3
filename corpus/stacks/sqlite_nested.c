/* SQLite: an expression of 990 terms, each nested in the next (its limit is 1,000).
 * flags: -O2
 * needs: libsqlite3.so.0
 * truth: crashes */
#include "in_thread.h"
#include <stdio.h>
int sqlite3_open(const char *, void **);
int sqlite3_exec(void *, const char *, int (*)(void *, int, char **, char **), void *, char **);
int sqlite3_close(void *);

static void *work(void *x) {
  void *db;
  char *sql = calloc(1, 8000), *p = sql + sprintf(sql, "SELECT 1");
  for (int i = 0; i < 990; i++) p += sprintf(p, "+1");
  int r = sqlite3_open(":memory:", &db) || sqlite3_exec(db, sql, 0, 0, 0);
  sqlite3_close(db);
  return RESULT(r);
}
