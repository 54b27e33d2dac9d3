/* libyaml: 900 nested sequences.
 * flags: -O2
 * needs: libyaml-0.so.2
 * truth: ends */
#include "in_thread.h"
static char *brackets(int n) {
  char *p = malloc(2 * n + 1);
  memset(p, '[', n);
  memset(p + n, ']', n);
  p[2 * n] = 0;
  return p;
}

int yaml_parser_initialize(void *);
void yaml_parser_set_input_string(void *, const void *, size_t);
int yaml_parser_load(void *, void *);
static void *work(void *x) {
  void *parser = calloc(1, 4096), *document = calloc(1, 4096);
  yaml_parser_initialize(parser);
  yaml_parser_set_input_string(parser, brackets(900), 1800);
  return RESULT(!yaml_parser_load(parser, document));
}
