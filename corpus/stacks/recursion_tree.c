/* A tree of 10,000 nodes, one below the other, freed recursively.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
struct node { struct node *next; char name[40]; };
__attribute__((noipa)) static void drop(struct node *n) { if (!n) return; char copy[40]; memcpy(copy, n->name, 40); drop(n->next); touch(copy, 40); free(n); }
static void *work(void *x) {
  struct node *top = 0;
  for (int i = 0; i < 10000; i++) { struct node *n = calloc(1, sizeof *n); n->next = top; top = n; }
  drop(top);
  return RESULT(0);
}
