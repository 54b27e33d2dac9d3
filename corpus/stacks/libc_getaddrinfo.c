/* getaddrinfo, printf, realpath, glob and strftime of musl itself.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
#include <glob.h>
#include <limits.h>
#include <netdb.h>
#include <stdio.h>
#include <time.h>
static void *work(void *x) {
  char path[PATH_MAX], text[200];
  struct addrinfo *found = 0;
  glob_t all;
  struct tm tm = {.tm_mday = 1, .tm_year = 100};
  if (getaddrinfo("127.0.0.1", "80", 0, &found)) return RESULT(1);
  freeaddrinfo(found);
  if (!realpath("/", path) || glob("/*", 0, 0, &all)) return RESULT(1);
  globfree(&all);
  snprintf(text, sizeof text, "%Lf %s", 1.5L, path);
  return RESULT(!strftime(text, sizeof text, "%c", &tm));
}
