/* expat: a document of 100,000 nested elements.
 * flags: -O2 -D_GNU_SOURCE
 * needs: libexpat.so.1
 * truth: ends */
#include "in_thread.h"
void *XML_ParserCreate(const char *);
int XML_Parse(void *, const char *, int, int);
static void *work(void *x) {
  int n = 100000;
  char *t = malloc(7 * n + 1), *p = t;
  for (int i = 0; i < n; i++) p = stpcpy(p, "<a>");
  for (int i = 0; i < n; i++) p = stpcpy(p, "</a>");
  return RESULT(!XML_Parse(XML_ParserCreate(0), t, (int)(p - t), 1));
}
