/* libxml2: a document of 250 nested elements (its limit is 256).
 * flags: -O2
 * needs: libxml2.so.2
 * truth: ends */
#include "in_thread.h"
void *xmlReadMemory(const char *, int, const char *, const char *, int);
void xmlFreeDoc(void *);
void *xmlXPathNewContext(void *);
void *xmlXPathEvalExpression(const char *, void *);
void xmlSetGenericErrorFunc(void *, void (*)(void *, const char *, ...));
static void quiet(void *x, const char *t, ...) {}
static char *nested(const char *open, const char *middle, const char *close, int n) {
  char *p = calloc(n, strlen(open) + strlen(close) + 1), *q = malloc(n * (strlen(open) + strlen(close)) + 100);
  *q = 0;
  for (int i = 0; i < n; i++) memcpy(p + i * strlen(open), open, strlen(open));
  strcpy(q, p);
  strcat(q, middle);
  memset(p, 0, n * strlen(open));
  for (int i = 0; i < n; i++) memcpy(p + i * strlen(close), close, strlen(close));
  return strcat(q, p);
}

static void *work(void *x) {
  char *text = nested("<a>", "t", "</a>", 250);
  void *doc = xmlReadMemory(text, (int)strlen(text), 0, 0, 0);
  if (!doc) return RESULT(1);
  xmlFreeDoc(doc);
  return RESULT(0);
}
