/* MuJS: an expression of 90 nested parentheses.
 * flags: -O2
 * needs: libmujs.so.2
 * truth: ends */
#include "in_thread.h"
void *js_newstate(void *, void *, int);
int js_dostring(void *, const char *);
static void *work(void *x) {
  char t[200] = "";
  for (int i = 0; i < 90; i++) strcat(t, "(");
  strcat(t, "1");
  for (int i = 0; i < 90; i++) strcat(t, ")");
  return RESULT(js_dostring(js_newstate(0, 0, 0), t));
}
