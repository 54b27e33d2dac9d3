/* SQLite: a table, an index, a join and an aggregate.
 * flags: -O2
 * needs: libsqlite3.so.0
 * truth: ends */
#include "in_thread.h"
int sqlite3_open(const char *, void **);
int sqlite3_exec(void *, const char *, int (*)(void *, int, char **, char **), void *, char **);
int sqlite3_close(void *);

static void *work(void *x) {
  void *db;
  int r = sqlite3_open(":memory:", &db) ||
          sqlite3_exec(db,
                       "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);"
                       "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000)"
                       " INSERT INTO t SELECT i, printf('%06d', i * 7919 % 2000) FROM n;"
                       "CREATE INDEX tb ON t(b);"
                       "SELECT count(*), max(x.b) FROM t x JOIN t y ON x.b = y.b GROUP BY x.a % 10 ORDER BY 2;",
                       0, 0, 0);
  sqlite3_close(db);
  return RESULT(r);
}
