/* PCRE2: a pattern of 240 nested groups (its limit is 250).
 * flags: -O2
 * needs: libpcre2-8.so.0
 * truth: crashes */
#include "in_thread.h"
void *pcre2_compile_8(const char *, size_t, unsigned, int *, size_t *, void *);
void *pcre2_match_data_create_8(unsigned, void *);
int pcre2_match_8(const void *, const char *, size_t, size_t, unsigned, void *, void *);
int pcre2_dfa_match_8(const void *, const char *, size_t, size_t, unsigned, void *, void *, int *, size_t);

static void *work(void *x) {
  int e;
  size_t at;
  char p[600] = "";
  for (int i = 0; i < 240; i++) strcat(p, "(");
  strcat(p, "a");
  for (int i = 0; i < 240; i++) strcat(p, ")");
  return RESULT(!pcre2_compile_8(p, strlen(p), 0, &e, &at, 0));
}
