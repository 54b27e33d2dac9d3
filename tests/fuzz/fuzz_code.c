/* fuzz_code.c - libFuzzer target of the code reader: functions, references, arguments, the call graph; and
 * the same answer from a descriptor as from a buffer, and from a part of a function as from all of it. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mc_code_int.h"
#include "mc_graph.h"

static void must(int truth)
{
  if (!truth)
    abort();
}

static void functions(const mc_code *c, const mc_call *call, uint32_t calls)
{
  uint32_t n, last = 0;
  const mc_func *f = mc_code_funcs(c, &n);
  for (uint32_t i = 0; i < n; i++) {
    must(i == 0 || f[i - 1].addr < f[i].addr);
    must(f[i].call_first >= last && f[i].call_first + f[i].call_n <= calls);
    last = f[i].call_first;
    must(strlen(mc_code_name(c, i)) < (1u << 20));
    for (uint32_t k = 0; k < f[i].call_n; k++)
      must(mc_code_caller(c, f[i].call_first + k) == i);
    if (f[i].size)
      must(mc_code_func_at(c, f[i].addr) != MC_NO_FUNC);
  }
  for (uint32_t i = 0; i < calls; i++)
    must((call[i].target & MC_IMPORT) || call[i].target < n);
}

/* A frame is read from a part of the function: the whole must not say more. */
static void frames(const mc_code *c)
{
  uint32_t n;
  const mc_func *f = mc_code_funcs(c, &n);
  for (uint32_t i = 0; c->machine == MC_CODE_X86_64 && i < n; i++) {
    mc_func again = f[i];
    mc_view v = mc_code_at(c, f[i].addr);
    if (!(f[i].flags & MC_FN_SWEPT))
      continue;
    mc_skim whole = mc_skim_all(&f[i]);
    mc_x86_frame(c, &again, mc_sub(v, 0, f[i].size < v.n ? f[i].size : v.n), &whole);
    must(again.frame == f[i].frame && again.flags == f[i].flags);
  }
}

static void arguments(const mc_code *c, uint32_t calls)
{
  uint32_t *rows = malloc((calls + 1) * sizeof *rows);
  mc_arg *out = malloc(((size_t)calls + 1) * MC_ARGS * sizeof *out);
  must(rows && out);
  for (uint32_t i = 0; i < calls; i++)
    rows[i] = i;
  mc_code_args(c, rows, calls, out);
  for (size_t i = 0; i < (size_t)calls * MC_ARGS; i++)
    must(out[i].kind <= MC_ARG_LOADED);
  free(rows);
  free(out);
}

static void graph(const mc_code *c, const mc_image *im)
{
  uint32_t n;
  const mc_func *f = mc_code_funcs(c, &n);
  uint64_t *links = malloc((im->sym_n + 1) * sizeof *links), roots[] = {0, 1, UINT64_MAX};
  mc_node *out = calloc(2 * (size_t)n + 1, sizeof *out);
  must(links && out);
  for (uint32_t i = 0; i < im->sym_n; i++)
    links[i] = i % 3 == 0 ? MC_LINK_UNKNOWN : i % 3 == 1 ? (MC_LINK_BOUND | 64) : (uint64_t)1 << 32 | i;
  mc_graph_object two[] = {{c, links}, {c, NULL}};
  for (int takes = 0; takes < 2; takes++) {
    must(mc_graph_solve(two, 2, roots, 3, takes, roots, 2, out) == MC_OK);
    for (uint32_t i = 0; i < 2 * n; i++)
      must(out[i].depth >= f[i % n].frame && out[i].scc < 2 * n);
  }
  free(links);
  free(out);
}

static void same(const mc_code *a, const mc_code *b)
{
  uint32_t n, m;
  const mc_func *f = mc_code_funcs(a, &n), *g = mc_code_funcs(b, &m);
  must(n == m && (n == 0 || !memcmp(f, g, n * sizeof *f)));
  const mc_call *x = mc_code_calls(a, &n), *y = mc_code_calls(b, &m);
  must(n == m && (n == 0 || !memcmp(x, y, n * sizeof *x)));
}

static void from_descriptor(const uint8_t *bytes, size_t n, const mc_image *im, const mc_code *other)
{
  static int fd = -1;
  mc_err err;
  if (fd < 0)
    must((fd = memfd_create("fuzz", 0)) >= 0);
  must(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, n, 0) == (ssize_t)n);
  mc_code *c = mc_code_scan_fd(fd, im, NULL, &err);
  if (c && other)
    same(c, other);
  else
    must(c != NULL || !other || err.status == MC_LIMIT);   /* only a descriptor has overlap to limit */
  mc_code_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
  static mc_scratch *scratch;
  mc_limits limits;
  mc_err err;
  if (!scratch)
    must((scratch = mc_scratch_new()) != NULL);
  mc_limits_default(&limits);
  limits.keep_relocs = 1;
  mc_image *im = mc_scan_buffer(bytes, n, &limits, scratch, &err);
  if (!im)
    return 0;
  mc_code *c = mc_code_scan_buffer(bytes, n, im, NULL, &err);
  if (c) {
    uint32_t calls;
    const mc_call *call = mc_code_calls(c, &calls);
    uint64_t at[4];
    uint32_t rows[4];
    functions(c, call, calls);
    frames(c);
    arguments(c, calls);
    graph(c, im);
    mc_code_find(c, bytes, n < 3 ? (uint32_t)n : 3, at, 4);
    mc_code_refs(c, 0, rows, 4);
    mc_code_pointing(c, im->entry, rows, 4);
  } else {
    must(err.status != MC_OK);
  }
  from_descriptor(bytes, n, im, c);
  mc_code_free(c);
  mc_image_free(im);
  return 0;
}
