/* recipe: fts
 * symbols: fts_open fts_read fts_children fts_set fts_close fts64_open fts64_read fts64_children fts64_set fts64_close
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.23
 * arch: x86_64 aarch64 riscv64 powerpc64le s390x loongarch64
 * needs: -
 * fidelity: equivalent
 * differs: all names of a directory are read when it is entered; without FTS_NOCHDIR too the working directory stays, so
 *   fts_accpath is always a path from there
 * spec: fts(3) of 4.4BSD; <fts.h> of glibc for the layout of FTS and FTSENT
 * scope: public
 */
#define _GNU_SOURCE
#define STAT struct stat
#define STAT_OF stat
#define LSTAT_OF lstat
#define NAME(x) fts_##x
#include "include/mc_fts.h"

FTS *fts64_open(char *const *, int, int (*)(const FTSENT **, const FTSENT **)) __attribute__((alias("fts_open")));
FTSENT *fts64_read(FTS *) __attribute__((alias("fts_read")));
FTSENT *fts64_children(FTS *, int) __attribute__((alias("fts_children")));
int fts64_set(FTS *, FTSENT *, int) __attribute__((alias("fts_set")));
int fts64_close(FTS *) __attribute__((alias("fts_close")));
