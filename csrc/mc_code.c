/* mc_code.c - one scan of an object's code from start to end, and the questions that its result answers. */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "mc_code_int.h"

enum { FOUND_MAX = 1 << 22 };

/* What the core can do for a machine; NULL functions are what it cannot. */
typedef struct {
  uint16_t machine;
  uint32_t has;
  void (*prepare)(mc_code *);
  int (*refs)(mc_code *, mc_func *, mc_view, int);
  void (*frame)(const mc_code *, mc_func *, mc_view);
  void (*args)(const mc_code *, const mc_func *, mc_view, const uint32_t *, uint32_t, mc_arg *);
  int (*opens)(const mc_code *, uint64_t, int);
} machine_row;

static const machine_row machines[] = {
  {MC_CODE_X86_64, MC_HAS_FRAMES | MC_HAS_CALLS | MC_HAS_ARGS, mc_x86_prepare, mc_x86_refs, mc_x86_frame, mc_x86_args, mc_x86_opens},
  {MC_CODE_AARCH64, MC_HAS_FRAMES | MC_HAS_CALLS | MC_HAS_ARGS, mc_a64_prepare, mc_a64_refs, mc_a64_frame, mc_a64_args, mc_a64_opens},
  {MC_CODE_386, MC_HAS_FRAMES, NULL, NULL, mc_x86_frame, NULL, NULL},
  {MC_CODE_ARM, MC_HAS_FRAMES, NULL, NULL, NULL, NULL, NULL},
  {MC_CODE_RISCV, MC_HAS_FRAMES, NULL, NULL, NULL, NULL, NULL},
  {0, 0, NULL, NULL, NULL, NULL, NULL}
};

static const machine_row *machine_of(const mc_code *c)
{
  const machine_row *m = machines;
  while (m->machine && m->machine != c->machine)
    m++;
  return m;
}

void mc_code_limits_default(mc_code_limits *l)
{
  *l = (mc_code_limits){UINT64_C(4) << 30, 1 << 24, 1 << 27, 1 << 25};
}

uint32_t mc_code_has(const mc_code *c)
{
  return machine_of(c)->has;
}

/* Records a reference from code.  The row belongs to the function that is being looked at. */
int mc_code_ref(mc_code *c, uint64_t at, uint32_t target, uint32_t kind)
{
  mc_call *p = mc_code_grow(c, c->call, &c->call_cap, c->call_n + 1, c->lim.calls, sizeof *p);
  if (!p)
    return 0;
  c->call = p;
  c->call[c->call_n++] = (mc_call){at, target, kind};
  return 1;
}

/* An address that is referred to and that is no known start: kept when no sized function covers it and
 * a function seems to start there.  Outside of what the unwind table spans there may be data in the
 * same segment, so that only a call from known code is believed there without a prologue. */
void mc_code_miss(mc_code *c, uint64_t addr, int called)
{
  uint32_t f = mc_code_func_at(c, addr);
  if (f != MC_NO_FUNC && (c->fn[f].flags & MC_FN_SIZED))
    return;
  int strict = !called && addr - c->span_lo >= c->span_hi - c->span_lo;
  if (!(mc_code_prot(c, addr) & MC_PF_X) || !machine_of(c)->opens(c, addr, strict))
    return;
  uint32_t limit = c->lim.functions < FOUND_MAX ? c->lim.functions : FOUND_MAX;
  mc_lead *p = mc_code_grow(c, c->found.at, &c->found.cap, c->found.n + 1, limit, sizeof *p);
  if (!p)
    return;
  c->found.at = p;
  c->found.at[c->found.n++] = (mc_lead){addr, MC_FN_FOUND | (called ? MC_FN_CALLED : 0)};
}

/* Is this function code beyond doubt, so that what it calls is code too? */
int mc_code_trusted(const mc_func *f)
{
  return (f->flags & (MC_FN_FDE | MC_FN_SYMBOL | MC_FN_EXPORT | MC_FN_ENTRY | MC_FN_INIT | MC_FN_CALLED)) != 0;
}

static mc_view body_of(const mc_code *c, const mc_func *f)
{
  mc_view v = mc_code_at(c, f->addr);
  return mc_sub(v, 0, f->size < v.n ? f->size : v.n);
}

static int one_function(mc_code *c, const machine_row *m, uint32_t i)
{
  mc_func *f = &c->fn[i];
  f->call_first = c->call_n;
  if (!(f->flags & MC_FN_STUB) && !m->refs(c, f, body_of(c, f), 1))
    return 0;
  f->call_n = c->call_n - f->call_first;
  return c->err.status == MC_OK;
}

/* Executable bytes from `from` up to `to` that belong to no function: only for the starts they reveal. */
static int gap(mc_code *c, const machine_row *m, uint64_t from, uint64_t to)
{
  mc_func none = {.addr = from};
  mc_view v = mc_code_at(c, from);
  if (to <= from || !v.p)
    return 1;
  return m->refs(c, &none, mc_sub(v, 0, to - from < v.n ? to - from : v.n), 0);
}

static int gaps_of(mc_code *c, const machine_row *m, const mc_seg *s)
{
  uint64_t from = s->vaddr, end = s->vaddr + s->v.n;
  uint32_t lo = 0, hi = c->fn_n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (c->fn[mid].addr < s->vaddr)
      lo = mid + 1;
    else
      hi = mid;
  }
  for (uint32_t i = lo; i < c->fn_n && c->fn[i].addr < end; i++) {
    if (!gap(c, m, from, c->fn[i].addr))
      return 0;
    from = c->fn[i].addr + c->fn[i].size;
  }
  return gap(c, m, from, end);
}

static int pass(mc_code *c, const machine_row *m, int gaps)
{
  c->call_n = 0;
  c->found.n = 0;
  m->prepare(c);
  for (uint32_t i = 0; i < c->fn_n; i++)
    if (!one_function(c, m, i))
      return 0;
  for (uint32_t i = 0; gaps && i < c->seg_n; i++)
    if ((c->seg[i].flags & MC_PF_X) && !gaps_of(c, m, &c->seg[i]))
      return 0;
  return c->err.status == MC_OK;
}

/* Data that points into code which no function covers reveals a start as a call does. */
static void pointed_starts(mc_code *c)
{
  for (uint32_t i = 0; i < c->ptr_n; i++)
    if (c->ptr[i].sym == 0 && mc_code_start_at(c, c->ptr[i].value) == MC_NO_FUNC)
      mc_code_miss(c, c->ptr[i].value, 0);
}

static int add_found(mc_code *c)
{
  for (uint32_t i = 0; i < c->found.n; i++)
    if (!mc_code_add(c, c->found.at[i].addr, 0, c->found.at[i].flags, 0))
      return 0;
  return mc_code_index(c);
}

/* References; twice when the first pass revealed starts that nothing else told of. */
static int find_refs(mc_code *c, const machine_row *m)
{
  enum { ROUNDS = 3 };
  for (int round = 0; round < ROUNDS; round++) {
    if (!pass(c, m, 1))
      return 0;
    if (round == 0)
      pointed_starts(c);
    if (c->found.n == 0 || c->err.status)
      break;
    if (!add_found(c))
      return 0;
    if (round == ROUNDS - 1)
      return pass(c, m, 0);
  }
  return c->err.status == MC_OK;
}

static void mark_targets(mc_code *c)
{
  for (uint32_t i = 0; i < c->call_n; i++)
    if (c->call[i].kind == MC_CALL_TAKES && !(c->call[i].target & MC_IMPORT))
      c->fn[c->call[i].target].flags |= MC_FN_LEA;
  for (uint32_t i = 0; i < c->ptr_n; i++) {
    uint32_t f = c->ptr[i].sym || c->ptr[i].cls == MC_RC_JUMP_SLOT || c->ptr[i].cls == MC_RC_GLOB_DAT
                     ? MC_NO_FUNC : mc_code_start_at(c, c->ptr[i].value);
    if (f != MC_NO_FUNC)
      c->fn[f].flags |= MC_FN_POINTED;
  }
}

/* Frames that .eh_frame did not give, or of which it gave only where the frame pointer is. */
static void sweep_frames(mc_code *c, const machine_row *m)
{
  for (uint32_t i = 0; i < c->fn_n; i++) {
    mc_func *f = &c->fn[i];
    if ((f->flags & MC_FN_FDE) && !(f->flags & MC_FN_SWEPT))
      continue;
    if (m->frame) {
      f->flags |= MC_FN_SWEPT;
      m->frame(c, f, body_of(c, f));
    } else {
      f->flags = (f->flags & ~(uint32_t)MC_FN_SWEPT) | MC_FN_NOFRAME;
    }
  }
}

static int scan(mc_code *c)
{
  const machine_row *m = machine_of(c);
  if (!mc_code_load(c) || !mc_code_load_pointers(c) || !mc_code_collect(c))
    return 0;
  if (m->refs && !find_refs(c, m))
    return 0;
  mark_targets(c);
  sweep_frames(c, m);
  for (uint32_t i = 0; i < c->seg_n; i++)
    if (c->seg[i].flags & MC_PF_X)
      c->code_bytes += c->seg[i].v.n;
  return c->err.status == MC_OK;
}

static mc_code *start(const mc_image *image, const mc_code_limits *lim, int fd, mc_view file, mc_err *err)
{
  *err = (mc_err){.index = -1};
  mc_code *c = calloc(1, sizeof *c);
  if (!c) {
    err->status = MC_NOMEM;
    return NULL;
  }
  c->img = image;
  c->err.index = -1;
  if (lim)
    c->lim = *lim;
  else
    mc_code_limits_default(&c->lim);
  c->fd = fd;
  c->file = file;
  c->file_size = file.n;
  c->is64 = image->elf_class == 64;
  c->big = image->data == 2;
  c->machine = image->machine;
  /* a big-endian file of these machines has little-endian code or none that is known here */
  if (c->big && c->machine != MC_CODE_ARM)
    c->machine = 0;
  struct stat st;
  if (fd >= 0 && fstat(fd, &st) != 0) {
    c->err.sys_errno = errno;
    mc_code_fail(c, MC_IO, MC_T_FILE, 0);
  } else if (fd >= 0) {
    c->file_size = (uint64_t)st.st_size;
  }
  if (c->err.status == MC_OK && scan(c))
    return c;
  *err = c->err;
  mc_code_free(c);
  return NULL;
}

mc_code *mc_code_scan_fd(int fd, const mc_image *image, const mc_code_limits *lim, mc_err *err)
{
  return start(image, lim, fd, (mc_view){NULL, 0}, err);
}

mc_code *mc_code_scan_buffer(const void *bytes, size_t n, const mc_image *image, const mc_code_limits *lim, mc_err *err)
{
  return start(image, lim, -1, (mc_view){bytes, n}, err);
}

void mc_code_free(mc_code *c)
{
  if (!c)
    return;
  for (uint32_t i = 0; i < c->own_n; i++)
    free(c->own[i]);
  for (uint32_t i = 0; i < c->starts_n; i++) {
    free(c->starts[i].bits);
    free(c->starts[i].rank);
  }
  free(c->fn);
  free(c->call);
  free(c->ptr);
  free(c->found.at);
  free(c);
}

const mc_func *mc_code_funcs(const mc_code *c, uint32_t *n)
{
  *n = c->fn_n;
  return c->fn;
}

const mc_call *mc_code_calls(const mc_code *c, uint32_t *n)
{
  *n = c->call_n;
  return c->call;
}

const mc_ptr *mc_code_pointers(const mc_code *c, uint32_t *n)
{
  *n = c->ptr_n;
  return c->ptr;
}

uint64_t mc_code_bytes(const mc_code *c)
{
  return c->code_bytes;
}

uint32_t mc_code_caller(const mc_code *c, uint32_t call)
{
  uint32_t lo = 0, hi = c->fn_n;
  while (lo < hi) {   /* the last function whose rows start at or before this one */
    uint32_t mid = lo + (hi - lo) / 2;
    if (c->fn[mid].call_first <= call)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo && call - c->fn[lo - 1].call_first < c->fn[lo - 1].call_n ? lo - 1 : MC_NO_FUNC;
}

uint32_t mc_code_refs(const mc_code *c, uint32_t target, uint32_t *out, uint32_t cap)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->call_n; i++)
    if (c->call[i].target == target) {
      if (n < cap)
        out[n] = i;
      n++;
    }
  return n;
}

uint32_t mc_code_pointing(const mc_code *c, uint64_t addr, uint32_t *out, uint32_t cap)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->ptr_n; i++)
    if (c->ptr[i].value == addr && c->ptr[i].sym == 0) {
      if (n < cap)
        out[n] = i;
      n++;
    }
  return n;
}

uint32_t mc_code_slot(const mc_code *c, uint64_t slot)
{
  const mc_ptr *p = mc_code_ptr_at(c, slot);
  return p ? (uint32_t)(p - c->ptr) : MC_NO_FUNC;
}

uint64_t mc_code_read(const mc_code *c, uint64_t addr, void *out, uint64_t n)
{
  mc_view v = mc_code_at(c, addr);
  if (n > v.n)
    n = v.n;
  if (n)
    memcpy(out, v.p, (size_t)n);
  return n;
}

uint32_t mc_code_prot(const mc_code *c, uint64_t addr)
{
  for (uint32_t i = 0; i < c->seg_n; i++)
    if (addr - c->seg[i].vaddr < c->seg[i].memsz || addr - c->seg[i].vaddr < c->seg[i].v.n)
      return c->seg[i].flags;
  return 0;
}

uint32_t mc_code_find(const mc_code *c, const void *bytes, uint32_t len, uint64_t *out, uint32_t cap)
{
  const uint8_t *want = bytes;
  uint32_t n = 0;
  for (uint32_t i = 0; len && i < c->seg_n; i++) {
    const uint8_t *p = c->seg[i].v.p, *e = p + c->seg[i].v.n;
    while ((size_t)(e - p) >= len && (p = memchr(p, want[0], (size_t)(e - p) - len + 1)) != NULL) {
      if (memcmp(p, want, len) == 0) {
        if (n < cap)
          out[n] = c->seg[i].vaddr + (uint64_t)(p - c->seg[i].v.p);
        n++;
      }
      p++;
    }
  }
  return n;
}

void mc_code_args(const mc_code *c, const uint32_t *rows, uint32_t n, mc_arg *out)
{
  const machine_row *m = machine_of(c);
  memset(out, 0, (size_t)n * MC_ARGS * sizeof *out);
  for (uint32_t i = 0; m->args && i < n;) {
    uint32_t f = mc_code_caller(c, rows[i]), j = i + 1;
    if (f == MC_NO_FUNC) {
      i++;
      continue;
    }
    const mc_func *fn = &c->fn[f];
    while (j < n && rows[j] > rows[j - 1] && rows[j] - fn->call_first < fn->call_n)
      j++;
    m->args(c, fn, body_of(c, fn), rows + i, j - i, out + (size_t)i * MC_ARGS);
    i = j;
  }
}
