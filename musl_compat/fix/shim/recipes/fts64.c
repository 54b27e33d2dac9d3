/* recipe: fts64
 * symbols: fts64_open fts64_read fts64_children fts64_set fts64_close
 * kind: implementation
 * glibc: GLIBC_2.23
 * arch: i386 armhf
 * needs: -
 * fidelity: equivalent
 * differs: all names of a directory are read when it is entered; without FTS_NOCHDIR too the working directory stays, so
 *   fts_accpath is always a path from there
 * spec: fts(3) of 4.4BSD; <fts.h> of glibc for the layout of FTS64 and FTSENT64
 * scope: public
 */
#define _GNU_SOURCE
/* musl's struct stat begins as glibc's struct stat64 of these machines, which is the kernel's. */
#define STAT struct stat
#define STAT_OF stat
#define LSTAT_OF lstat
#define NAME(x) fts64_##x
#include "include/mc_fts.h"
