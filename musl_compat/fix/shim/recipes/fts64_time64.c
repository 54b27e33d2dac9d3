/* recipe: fts64_time64
 * symbols: __fts64_open_time64 __fts64_read_time64 __fts64_children_time64 __fts64_set_time64 __fts64_close_time64
 * kind: implementation
 * glibc: GLIBC_2.34
 * arch: i386 armhf
 * needs: time64
 * fidelity: equivalent
 * differs: all names of a directory are read when it is entered; without FTS_NOCHDIR too the working directory stays, so
 *   fts_accpath is always a path from there
 * spec: fts(3) of 4.4BSD; <fts.h> of glibc with _TIME_BITS=64
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_stat64.h"
#define STAT struct mc_stat64
#define STAT_OF __stat64_time64
#define LSTAT_OF __lstat64_time64
#define NAME(x) __fts64_##x##_time64
#include "include/mc_fts.h"
