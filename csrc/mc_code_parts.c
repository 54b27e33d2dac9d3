/* mc_code_parts.c - starts that only tail calls lead to, in code without symbols and unwind tables.
 *
 * A jump reveals no start: most lead to a place of their own function.  One that comes from another function
 * leads to a start when, besides, code stops before the place and no branch leads over it. */
#include <stdlib.h>

#include "mc_code_int.h"

/* A place that a jump from elsewhere leads to. */
typedef struct {
  uint64_t at;
  int64_t over;      /* branches that lead over it, less those that lead over the one before */
  int follows;       /* code stops before it */
} part;

/* What lies between two starts. */
typedef struct {
  uint64_t lo, hi;
  int starts;        /* a function starts at lo */
} region;

static region region_of(const mc_code *c, uint64_t at)
{
  uint32_t n = mc_code_begun(c, at);
  region r = {0, n < c->fn_n ? c->fn[n].addr : UINT64_MAX, 0};
  if (n) {
    const mc_func *f = &c->fn[n - 1];
    r.starts = at - f->addr < f->size;
    r.lo = f->addr + (r.starts ? 0 : f->size);
  }
  return r;
}

/* Is the target a place where a function may start that is not known yet? */
static int is_open(const mc_code *c, mc_pend p)
{
  uint32_t f = mc_code_func_at(c, p.to);
  if ((f != MC_NO_FUNC && (c->fn[f].flags & MC_FN_SIZED)) || mc_code_start_at(c, p.to) != MC_NO_FUNC)
    return 0;
  region r = region_of(c, p.to);
  return p.at - r.lo >= r.hi - r.lo;
}

static int by_place(const void *a, const void *b)
{
  const part *x = a, *y = b;
  return x->at < y->at ? -1 : x->at > y->at;
}

/* The places, each once and in order; NULL when there is none. */
static part *collect(mc_code *c, uint32_t *n)
{
  uint32_t found = 0, kept = 0;
  for (uint32_t i = 0; i < c->pending.n; i++)
    found += (uint32_t)is_open(c, c->pending.row[i]);
  part *p = found ? calloc(found, sizeof *p) : NULL;
  if (found && !p)
    mc_code_fail(c, MC_NOMEM, MC_T_FILE, found);
  for (uint32_t i = 0, k = 0; p && i < c->pending.n; i++)
    if (is_open(c, c->pending.row[i]))
      p[k++].at = c->pending.row[i].to;
  if (p)
    qsort(p, found, sizeof *p, by_place);
  for (uint32_t i = 0; p && i < found; i++)
    if (kept == 0 || p[i].at != p[kept - 1].at)
      p[kept++] = p[i];
  *n = kept;
  return p;
}

/* How many of the places lie before at. */
static uint32_t before(const part *p, uint32_t n, uint64_t at)
{
  uint32_t lo = 0;
  while (lo < n) {
    uint32_t mid = lo + (n - lo) / 2;
    if (p[mid].at < at)
      lo = mid + 1;
    else
      n = mid;
  }
  return lo;
}

/* A branch inside of the region: both of its ends belong to one function.  A jump to a start is none: a tail call. */
static void span(part *p, uint32_t n, const region *r, uint64_t from, const mc_step *s)
{
  uint64_t to = s->to;
  if (to - r->lo >= r->hi - r->lo || ((s->what & MC_STEP_ENDS) && r->starts && to == r->lo))
    return;
  uint32_t first = before(p, n, (from < to ? from : to) + 1), last = before(p, n, from < to ? to : from + 1);
  uint32_t itself = before(p, n, to);
  if (first >= last || ((s->what & MC_STEP_ENDS) && itself < n && p[itself].at == to))
    return;
  p[first].over++;
  if (last < n)
    p[last].over--;
}

/* Reads a region from its start, and what it says of its places; 0 when there is more than code in it. */
static int read_region(mc_code *c, mc_code_step *step, const region *r, part *p, uint32_t n)
{
  mc_view v = mc_code_at(c, r->lo);
  v = mc_sub(v, 0, r->hi - r->lo < v.n ? r->hi - r->lo : v.n);
  int ended = !r->starts;
  uint32_t k = 0;
  mc_step s;
  for (uint64_t o = 0; o < v.n; o += s.len) {
    uint64_t at = r->lo + o;
    while (k < n && p[k].at < at)
      k++;
    if (k < n && p[k].at == at)
      p[k].follows = ended;
    if (!step(v, o, at, &s))
      return 0;
    if (s.what & MC_STEP_GOES)
      span(p, n, r, at, &s);
    ended = (s.what & MC_STEP_ENDS) != 0 || (ended && (s.what & MC_STEP_PADS));
  }
  return 1;
}

/* Adds the starts that jumps from other functions lead to; once nothing else reveals any more. */
void mc_code_jumped(mc_code *c, mc_code_step *step, int (*opens)(mc_code *, uint64_t, int))
{
  uint32_t n = 0;
  part *p = collect(c, &n);
  for (uint32_t i = 0, j; i < n; i = j) {
    region r = region_of(c, p[i].at);
    j = i + before(p + i, n - i, r.hi);   /* at least the next: the region holds the place */
    int64_t over = 0;
    int code = read_region(c, step, &r, p + i, j - i);
    for (uint32_t k = i; code && k < j; k++) {
      over += p[k].over;
      if (over == 0 && p[k].follows && opens(c, p[k].at, 0))
        mc_code_lead(c, p[k].at, MC_FN_FOUND);
    }
  }
  free(p);
}
