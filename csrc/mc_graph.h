/* mc_graph.h - how deep the stack gets below a function: the call graphs of one or more objects. */
#ifndef MC_GRAPH_H
#define MC_GRAPH_H

#include "mc_code.h"

/* CFFI BEGIN */

/* What an import leads to, one word for each dynamic symbol of an object: a function as
 * (object << 32 | index), MC_LINK_BOUND | bytes for one of which only a bound is known, or this. */
#define MC_LINK_UNKNOWN 0xffffffffffffffff
#define MC_LINK_BOUND   0x8000000000000000

/* What can be met on the way down from a function: mc_node.flags. */
enum {
  MC_DOWN_DYNAMIC   = 1 << 0,   /* a frame of unknown size (alloca) */
  MC_DOWN_NOFRAME   = 1 << 1,   /* a frame that could not be read */
  MC_DOWN_IMPORT    = 1 << 2,   /* a call of an import of which nothing is known */
  MC_DOWN_INDIRECT  = 1 << 3,   /* a call through a pointer */
  MC_DOWN_RECURSION = 1 << 4,   /* recursion */
  MC_DOWN_AROUND    = 1 << 5    /* not on the way down: the depth is that of the path by `around` */
};

typedef struct {
  uint64_t depth;   /* bytes on the deepest path found, the function's own frame included */
  uint64_t turn;    /* for a member of a cycle of calls: the frames of its component together, else 0 */
  uint32_t next;    /* row of mc_code_calls by which that path goes on, MC_NO_FUNC where it ends */
  uint32_t flags;   /* MC_DOWN_* */
  uint32_t scc;     /* component; equal for the functions of one cycle */
  uint32_t around;  /* row of a cycle's member by which its deepest way out is reached, MC_NO_FUNC: none */
} mc_node;

typedef struct {
  const mc_code *code;
  const uint64_t *links;    /* one word for each dynamic symbol of the object */
} mc_graph_object;

/* Fills out, one row for each function of each object in order.  Paths are simple: a cycle is
 * gone through at most once, which is what recursion adds at least; each of its members has the
 * cycle's deepest way out below it, and in a large cycle nothing else.  `roots` (object << 32 | index) are
 * searched first.  takes: a function that takes another's address is held to call it, but for
 * the rows `apart` (object << 32 | row, ascending).  Returns MC_OK or MC_NOMEM. */
int mc_graph_solve(const mc_graph_object *objects, uint32_t n, const uint64_t *roots, uint32_t roots_n,
                   int takes, const uint64_t *apart, uint32_t apart_n, mc_node *out);

/* The deepest function whose address code or data holds, as object << 32 | index, but for those in
 * `apart` (ascending); `nodes` is what mc_graph_solve filled.  MC_LINK_UNKNOWN: there is none. */
uint64_t mc_graph_deepest_taken(const mc_graph_object *objects, uint32_t n, const mc_node *nodes,
                                const uint64_t *apart, uint32_t apart_n);

/* CFFI END */
#endif
