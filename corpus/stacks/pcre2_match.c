/* PCRE2: a group repeated over 100,000 characters with the default limits.
 * flags: -O2
 * needs: libpcre2-8.so.0
 * truth: ends */
#include "in_thread.h"
void *pcre2_compile_8(const char *, size_t, unsigned, int *, size_t *, void *);
void *pcre2_match_data_create_8(unsigned, void *);
int pcre2_match_8(const void *, const char *, size_t, size_t, unsigned, void *, void *);
int pcre2_dfa_match_8(const void *, const char *, size_t, size_t, unsigned, void *, void *, int *, size_t);

static void *work(void *x) {
  int e;
  size_t at;
  char *text = malloc(100000);
  memset(text, 'a', 100000);
  void *re = pcre2_compile_8("(a|b)*c?", 8, 0, &e, &at, 0);
  void *m = pcre2_match_data_create_8(10, 0);
  return RESULT(!re || pcre2_match_8(re, text, 100000, 0, 0, m, 0) < 0);
}
