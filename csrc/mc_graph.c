/* mc_graph.c - strongly connected components (Tarjan, without recursion) and the deepest simple path. */
#include <stdlib.h>
#include <string.h>

#include "mc_cursor.h"
#include "mc_graph.h"

/* How often the members of a cycle are gone over: bounds what an odd graph can cost. */
enum { MOST_PASSES = 64 };

/* Members of a cycle up to which the deepest simple path that the search saw counts.  In a larger
 * one it is an accident of the search's order, and no input leads down it. */
enum { SMALL_CYCLE = 16 };

typedef struct {
  uint32_t object, func, row;   /* row: the next of its references to look at */
} visit;

typedef struct {
  const mc_graph_object *obj;
  uint32_t n;
  uint32_t *base;               /* of each object's functions in out */
  const mc_func **fn;
  const mc_call **call;
  mc_node *out;
  uint32_t *low;                /* Tarjan's low link, 0: not visited */
  uint8_t *done;                /* its depth is final */
  uint64_t *around;             /* the depth of a member of a cycle by its deepest way out, 0: not known */
  visit *way;                   /* the search's stack */
  uint64_t *open;               /* members of components that are not complete: object << 32 | func */
  uint32_t way_n, open_n, counter, components;
  int takes;
  const uint64_t *apart;
  uint32_t apart_n;
} graph;

/* Where a reference goes: 1 a function of the graph, 0 a bound or nothing. */
typedef struct {
  uint32_t object, func;
  uint64_t bound;
  int inside, known;
} step;

MC_INLINE uint32_t node(const graph *g, uint32_t object, uint32_t func)
{
  return g->base[object] + func;
}

static int holds(const uint64_t *sorted, uint32_t n, uint64_t key)
{
  uint32_t lo = 0, hi = n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (sorted[mid] < key)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < n && sorted[lo] == key;
}

static int is_apart(const graph *g, uint32_t object, uint32_t row)
{
  return holds(g->apart, g->apart_n, (uint64_t)object << 32 | row);
}

static int is_function(const graph *g, uint64_t object, uint64_t func)
{
  uint32_t n;
  if (object >= g->n)
    return 0;
  mc_code_funcs(g->obj[object].code, &n);
  return func < n;
}

static step follow_import(const graph *g, uint32_t object, const mc_call *c)
{
  step s = {object, c->target, 0, 1, 1};
  uint64_t link = g->obj[object].links ? g->obj[object].links[c->target & ~MC_IMPORT] : MC_LINK_UNKNOWN;
  s.inside = 0;
  s.known = link != MC_LINK_UNKNOWN;
  if (s.known && (link & MC_LINK_BOUND)) {
    s.bound = link & ~MC_LINK_BOUND;
  } else if (s.known) {
    s.object = (uint32_t)(link >> 32);
    s.func = (uint32_t)link;
    s.known = s.inside = is_function(g, s.object, s.func);
  }
  return s;
}

MC_INLINE step follow(const graph *g, uint32_t object, const mc_call *c)
{
  return c->target & MC_IMPORT ? follow_import(g, object, c) : (step){object, c->target, 0, 1, 1};
}

MC_INLINE int counts(const graph *g, uint32_t object, uint32_t row)
{
  return g->call[object][row].kind != MC_CALL_TAKES || (g->takes && !is_apart(g, object, row));
}

static void open_node(graph *g, uint32_t object, uint32_t func)
{
  const mc_func *f = &g->fn[object][func];
  uint32_t v = node(g, object, func);
  g->low[v] = g->out[v].around = ++g->counter;
  g->out[v].depth = f->frame;
  g->out[v].turn = 0;
  g->out[v].next = MC_NO_FUNC;
  g->out[v].flags = (f->flags & MC_FN_DYNAMIC ? MC_DOWN_DYNAMIC : 0) | (f->flags & MC_FN_NOFRAME ? MC_DOWN_NOFRAME : 0)
                  | (f->flags & MC_FN_INDIRECT ? MC_DOWN_INDIRECT : 0);
  g->out[v].scc = MC_NO_FUNC;
  g->way[g->way_n++] = (visit){object, func, f->call_first};
  g->open[g->open_n++] = (uint64_t)object << 32 | func;
}

/* What a function's depth is when it goes on by this row to something `below` deep. */
MC_INLINE uint64_t over(const graph *g, uint32_t object, uint32_t func, uint32_t row, uint64_t below)
{
  return (g->call[object][row].kind == MC_CALL_TAIL ? 0 : g->fn[object][func].frame) + below;
}

MC_INLINE void deepen(graph *g, const visit *w, uint32_t row, uint64_t below)
{
  mc_node *v = &g->out[node(g, w->object, w->func)];
  uint64_t depth = over(g, w->object, w->func, row, below);
  if (depth > v->depth) {
    v->depth = depth;
    v->next = row;
  }
}

/* A reference whose target is finished, or is no function of the graph. */
MC_INLINE void settle(graph *g, const visit *w, uint32_t row, const step *s)
{
  mc_node *v = &g->out[node(g, w->object, w->func)];
  if (s->inside) {
    const mc_node *t = &g->out[node(g, s->object, s->func)];
    v->flags |= t->flags & ~(uint32_t)MC_DOWN_AROUND;
    deepen(g, w, row, t->depth);
  } else if (s->known) {
    deepen(g, w, row, s->bound);
  } else {
    v->flags |= MC_DOWN_IMPORT;
  }
}

static int calls_inside(const graph *g, uint64_t member, uint32_t scc)
{
  uint32_t object = (uint32_t)(member >> 32);
  const mc_func *f = &g->fn[object][(uint32_t)member];
  for (uint32_t row = f->call_first; row < f->call_first + f->call_n; row++) {
    if (!counts(g, object, row) || g->call[object][row].kind == MC_CALL_TAIL)
      continue;
    step s = follow(g, object, &g->call[object][row]);
    if (s.inside && g->out[node(g, s.object, s.func)].scc == scc)
      return 1;
  }
  return 0;
}

/* The deepest path from a member that leaves its component at once; *row: by what. */
static uint64_t way_out(const graph *g, uint64_t member, uint32_t scc, uint32_t *row_out)
{
  uint32_t object = (uint32_t)(member >> 32), func = (uint32_t)member;
  const mc_func *f = &g->fn[object][func];
  uint64_t most = f->frame;
  *row_out = MC_NO_FUNC;
  for (uint32_t row = f->call_first; row < f->call_first + f->call_n; row++) {
    step s = follow(g, object, &g->call[object][row]);
    if (!s.known || !counts(g, object, row))
      continue;
    const mc_node *t = s.inside ? &g->out[node(g, s.object, s.func)] : NULL;
    if (t && t->scc == scc)
      continue;
    uint64_t depth = over(g, object, func, row, t ? t->depth : s.bound);
    if (depth > most) {
      most = depth;
      *row_out = row;
    }
  }
  return most;
}

/* Lets a member whose way to the exit is not known go on by a member whose way is. */
static int join_way(graph *g, uint64_t member, uint32_t scc, uint64_t *way)
{
  uint32_t object = (uint32_t)(member >> 32), func = (uint32_t)member;
  const mc_func *f = &g->fn[object][func];
  for (uint32_t row = f->call_first; row < f->call_first + f->call_n; row++) {
    if (!counts(g, object, row))
      continue;
    step s = follow(g, object, &g->call[object][row]);
    uint32_t t = s.inside ? node(g, s.object, s.func) : 0;
    if (!s.inside || g->out[t].scc != scc || !way[t])
      continue;
    uint32_t v = node(g, object, func);
    way[v] = over(g, object, func, row, way[t]);
    g->out[v].around = row;
    return 1;
  }
  return 0;
}

/* The search saw a member only by the paths that were open then.  Whoever is in a cycle can reach
 * its deepest way out, and that is the least that its depth can be. */
static void lead_out(graph *g, uint32_t first, uint32_t scc)
{
  uint64_t most = 0;
  int large = g->open_n - first > SMALL_CYCLE;
  uint32_t exit = 0, exit_row = MC_NO_FUNC;
  for (uint32_t i = first; i < g->open_n; i++) {
    uint32_t row, v = node(g, (uint32_t)(g->open[i] >> 32), (uint32_t)g->open[i]);
    uint64_t depth = way_out(g, g->open[i], scc, &row);
    g->out[v].around = MC_NO_FUNC;
    if (depth > most) {
      most = depth;
      exit = v;
      exit_row = row;
    }
  }
  if (!most)
    return;
  g->around[exit] = most;
  g->out[exit].around = exit_row;
  int found = 1;
  for (int pass = 0; found && pass < MOST_PASSES; pass++) {
    found = 0;
    for (uint32_t i = g->open_n; i-- > first;)
      if (!g->around[node(g, (uint32_t)(g->open[i] >> 32), (uint32_t)g->open[i])])
        found |= join_way(g, g->open[i], scc, g->around);
  }
  for (uint32_t i = first; i < g->open_n; i++) {
    uint32_t v = node(g, (uint32_t)(g->open[i] >> 32), (uint32_t)g->open[i]);
    if (g->around[v] && (large || g->around[v] > g->out[v].depth)) {
      g->out[v].depth = g->around[v];
      g->out[v].flags |= MC_DOWN_AROUND;
    }
  }
}

/* The members of a complete component share what can be met below them. */
static void close_component(graph *g, uint32_t root)
{
  uint32_t first = g->open_n, flags = 0, scc = g->components++;
  uint64_t frames = 0;
  do {
    uint64_t m = g->open[--first];
    uint32_t v = node(g, (uint32_t)(m >> 32), (uint32_t)m);
    g->out[v].scc = scc;
    flags |= g->out[v].flags;
    frames += g->fn[m >> 32][(uint32_t)m].frame;
  } while (node(g, (uint32_t)(g->open[first] >> 32), (uint32_t)g->open[first]) != root);
  int cycle = 0;
  for (uint32_t i = first; i < g->open_n && !cycle; i++)
    cycle = calls_inside(g, g->open[i], scc);
  for (uint32_t i = first; i < g->open_n; i++) {
    mc_node *v = &g->out[node(g, (uint32_t)(g->open[i] >> 32), (uint32_t)g->open[i])];
    v->flags = flags | (cycle ? MC_DOWN_RECURSION : 0);
    v->turn = cycle ? frames : 0;
    v->around = MC_NO_FUNC;
  }
  if (g->open_n - first > 1)
    lead_out(g, first, scc);
  g->open_n = first;
}

static void finish(graph *g)
{
  visit w = g->way[--g->way_n];
  uint32_t v = node(g, w.object, w.func);
  g->done[v] = 1;
  if (g->low[v] == g->out[v].around)
    close_component(g, v);
  if (g->way_n == 0)
    return;
  visit *up = &g->way[g->way_n - 1];
  uint32_t u = node(g, up->object, up->func), row = up->row - 1;
  if (g->low[v] < g->low[u])
    g->low[u] = g->low[v];
  step s = {w.object, w.func, 0, 1, 1};
  settle(g, up, row, &s);
}

/* The search from the function on top of its stack, up to one that it has not seen or to the end. */
static void advance(graph *g)
{
  visit *w = &g->way[g->way_n - 1];
  const mc_func *f = &g->fn[w->object][w->func];
  uint32_t v = node(g, w->object, w->func), end = f->call_first + f->call_n;
  while (w->row < end) {
    uint32_t row = w->row++;
    if (!counts(g, w->object, row))
      continue;
    step s = follow(g, w->object, &g->call[w->object][row]);
    uint32_t t = s.inside ? node(g, s.object, s.func) : 0;
    if (s.inside && g->low[t] == 0) {
      open_node(g, s.object, s.func);
      return;
    }
    if (!s.inside || g->done[t])
      settle(g, w, row, &s);
    if (s.inside && g->out[t].scc == MC_NO_FUNC && g->out[t].around < g->low[v])
      g->low[v] = g->out[t].around;
  }
  finish(g);
}

static void search(graph *g, uint32_t object, uint32_t func)
{
  if (g->low[node(g, object, func)])
    return;
  open_node(g, object, func);
  while (g->way_n)
    advance(g);
}

static int prepare(graph *g)
{
  uint64_t total = 0;
  g->base = calloc((size_t)g->n + 1, sizeof *g->base);
  g->fn = calloc((size_t)g->n + 1, sizeof *g->fn);
  g->call = calloc((size_t)g->n + 1, sizeof *g->call);
  if (!g->base || !g->fn || !g->call)
    return 0;
  for (uint32_t i = 0; i < g->n; i++) {
    uint32_t n, calls;
    g->fn[i] = mc_code_funcs(g->obj[i].code, &n);
    g->call[i] = mc_code_calls(g->obj[i].code, &calls);
    g->base[i] = (uint32_t)total;
    total += n;
  }
  if (total >= MC_NO_FUNC)
    return 0;
  g->low = calloc((size_t)total + 1, sizeof *g->low);
  g->done = calloc((size_t)total + 1, 1);
  g->around = calloc((size_t)total + 1, sizeof *g->around);
  g->way = calloc((size_t)total + 1, sizeof *g->way);
  g->open = calloc((size_t)total + 1, sizeof *g->open);
  return g->low && g->done && g->around && g->way && g->open;
}

int mc_graph_solve(const mc_graph_object *objects, uint32_t n, const uint64_t *roots, uint32_t roots_n,
                   int takes, const uint64_t *apart, uint32_t apart_n, mc_node *out)
{
  graph g = {.obj = objects, .n = n, .out = out, .takes = takes, .apart = apart, .apart_n = apart_n};
  int ok = prepare(&g);
  for (uint32_t i = 0; ok && i < roots_n; i++)
    if (is_function(&g, roots[i] >> 32, (uint32_t)roots[i]))
      search(&g, (uint32_t)(roots[i] >> 32), (uint32_t)roots[i]);
  for (uint32_t i = 0; ok && i < n; i++) {
    uint32_t funcs;
    mc_code_funcs(objects[i].code, &funcs);
    for (uint32_t f = 0; f < funcs; f++)
      search(&g, i, f);
  }
  free(g.base);
  free(g.fn);
  free(g.call);
  free(g.low);
  free(g.done);
  free(g.around);
  free(g.way);
  free(g.open);
  return ok ? MC_OK : MC_NOMEM;
}

uint64_t mc_graph_deepest_taken(const mc_graph_object *objects, uint32_t n, const mc_node *nodes,
                                const uint64_t *apart, uint32_t apart_n)
{
  uint64_t best = MC_LINK_UNKNOWN, depth = 0;
  for (uint32_t i = 0, base = 0, funcs; i < n; i++, base += funcs) {
    const mc_func *fn = mc_code_funcs(objects[i].code, &funcs);
    for (uint32_t f = 0; f < funcs; f++) {
      uint64_t key = (uint64_t)i << 32 | f;
      if (fn[f].flags & (MC_FN_LEA | MC_FN_POINTED) && nodes[base + f].depth > depth && !holds(apart, apart_n, key)) {
        depth = nodes[base + f].depth;
        best = key;
      }
    }
  }
  return best;
}
