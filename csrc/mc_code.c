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
  void (*prepare)(mc_code *, const uint8_t *);
  mc_code_refs_of *refs;
  int (*skim)(mc_code *, mc_skim *, uint32_t);   /* NULL: frames are read from all of a function */
  mc_code_frame *frame;
  void (*args)(const mc_code *, const mc_func *, mc_view, const uint32_t *, uint32_t, mc_arg *);
  int (*opens)(mc_code *, uint64_t, int);
  mc_code_step *step;
} machine_row;

static const machine_row machines[] = {
  {MC_CODE_X86_64, MC_HAS_FRAMES | MC_HAS_CALLS | MC_HAS_ARGS, mc_x86_prepare, mc_x86_refs, mc_x86_skim, mc_x86_frame, mc_x86_args, mc_x86_opens, mc_x86_step},
  {MC_CODE_AARCH64, MC_HAS_FRAMES | MC_HAS_CALLS | MC_HAS_ARGS, mc_a64_prepare, mc_a64_refs, NULL, mc_a64_frame, mc_a64_args, mc_a64_opens, mc_a64_step},
  {MC_CODE_386, MC_HAS_FRAMES, NULL, NULL, NULL, mc_x86_frame, NULL, NULL, NULL},
  {MC_CODE_ARM, MC_HAS_FRAMES, NULL, NULL, NULL, mc_arm_frame, NULL, NULL, NULL},
  {MC_CODE_RISCV, MC_HAS_FRAMES, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
  {0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL}
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

/* Keeps a start that was revealed for the next round. */
void mc_code_lead(mc_code *c, uint64_t addr, uint32_t flags)
{
  uint32_t limit = c->lim.functions < FOUND_MAX ? c->lim.functions : FOUND_MAX;
  mc_lead *p = mc_code_grow(c, c->found.at, &c->found.cap, c->found.n + 1, limit, sizeof *p);
  if (!p)
    return;
  c->found.at = p;
  c->found.at[c->found.n++] = (mc_lead){addr, flags};
}

/* An address that is referred to at `at` and that is no known start: kept when no sized function covers it and
 * a function seems to start there.  Outside of what the unwind table spans there may be data in the
 * same segment, so that only a call from known code is believed there without a prologue.  A jump reveals
 * no start by itself (mc_code_parts.c), but is a tail call once something else does. */
void mc_code_miss(mc_code *c, uint64_t at, uint64_t to, int how)
{
  if (!(mc_code_prot(c, to) & MC_PF_X))
    return;
  mc_pend *q = mc_code_grow(c, c->pending.row, &c->pending.cap, c->pending.n + 1, c->lim.calls, sizeof *q);
  if (!q)
    return;
  c->pending.row = q;
  c->pending.row[c->pending.n++] = (mc_pend){at, to};
  uint32_t f = mc_code_func_at(c, to);
  if (how == MC_MISS_JUMP || (f != MC_NO_FUNC && (c->fn[f].flags & MC_FN_SIZED)))
    return;
  int strict = how != MC_MISS_CALLED && to - c->span_lo >= c->span_hi - c->span_lo;
  if (machine_of(c)->opens(c, to, strict))
    mc_code_lead(c, to, MC_FN_FOUND | (how == MC_MISS_CALLED ? MC_FN_CALLED : 0));
}

/* Does a word keep what the loader writes?  One of the GOT does, and what is read-only afterwards; a variable may
 * get another function's address any time, so that a call through it is one through a pointer. */
static int keeps(const mc_code *c, const mc_ptr *p)
{
  if (p->cls == MC_RC_GLOB_DAT || p->cls == MC_RC_JUMP_SLOT)
    return 1;
  return c->relro_len == 0 || p->slot - c->relro < c->relro_len || !(mc_code_prot(c, p->slot) & MC_PF_W);
}

/* What a GOT slot leads to: a function, an imported symbol, or MC_NO_FUNC. */
uint32_t mc_code_slot_target(mc_code *c, uint64_t slot)
{
  mc_memo *m = &c->memo[slot / 8 % MC_MEMO];
  if (m->slot == slot && slot)
    return m->target;
  const mc_ptr *p = mc_code_ptr_at(c, slot);
  uint32_t t = MC_NO_FUNC;
  if (p && p->cls != MC_RC_IRELATIVE && keeps(c, p))
    t = p->sym ? MC_IMPORT | p->sym : mc_code_start_at(c, p->value);
  *m = (mc_memo){slot, t};
  return t;
}

/* As mc_code_slot_target, for a call or jump at `at`, which a start that is found later makes one of this object. */
uint32_t mc_code_through(mc_code *c, uint64_t at, uint64_t slot)
{
  uint32_t t = mc_code_slot_target(c, slot);
  const mc_ptr *p = t == MC_NO_FUNC ? mc_code_ptr_at(c, slot) : NULL;
  if (p && p->sym == 0 && p->cls != MC_RC_IRELATIVE && keeps(c, p))
    mc_code_miss(c, at, p->value, MC_MISS_JUMP);
  return t;
}

/* Is this function code beyond doubt, so that what it calls is code too? */
int mc_code_trusted(const mc_func *f)
{
  return (f->flags & (MC_FN_FDE | MC_FN_SYMBOL | MC_FN_EXPORT | MC_FN_ENTRY | MC_FN_INIT | MC_FN_CALLED)) != 0;
}

/* Its bytes, as far as they are there. */
static mc_view body_of(const mc_code *c, const mc_func *f)
{
  mc_view v = mc_code_at(c, f->addr);
  return mc_sub(v, 0, f->size < v.n ? f->size : v.n);
}

static int one_function(mc_code *c, const machine_row *m, uint32_t i)
{
  mc_func *f = &c->fn[i];
  mc_view v = mc_code_at(c, f->addr);
  f->call_first = c->call_n;
  if (!(f->flags & MC_FN_STUB) && !m->refs(c, f, v, f->size < v.n ? f->size : v.n, 1))
    return 0;
  f->call_n = c->call_n - f->call_first;
  return c->err.status == MC_OK;
}

/* Executable bytes from `from` up to the function `next`, or to the end of their segment, that belong to no function: only
 * for the starts they reveal. */
static int gap(mc_code *c, const machine_row *m, uint64_t from, uint32_t next)
{
  mc_func none = {.addr = from};
  mc_view v = mc_code_at(c, from);
  uint64_t n = next < c->fn_n ? c->fn[next].addr - from : UINT64_MAX;
  if (!v.p || n == 0 || !(mc_code_prot(c, from) & MC_PF_X))
    return 1;
  return m->refs(c, &none, v, n < v.n ? n : v.n, 0);
}

/* The first function that starts at addr or behind. */
static uint32_t first_from(const mc_code *c, uint64_t addr)
{
  return addr ? mc_code_begun(c, addr - 1) : 0;
}

/* Every function and every gap, for the first time. */
static int first_pass(mc_code *c, const machine_row *m)
{
  m->prepare(c, NULL);
  for (uint32_t i = 0; i < c->fn_n; i++)
    if (!one_function(c, m, i) || !gap(c, m, c->fn[i].addr + c->fn[i].size, i + 1))
      return 0;
  for (uint32_t i = 0; i < c->seg_n; i++) {
    uint64_t from = c->seg[i].vaddr;
    uint32_t next = first_from(c, from);
    const mc_func *last = next ? &c->fn[next - 1] : NULL;
    int seen = last && last->addr + last->size == from;   /* as the gap behind that one */
    if ((c->seg[i].flags & MC_PF_X) && !seen && !gap(c, m, from, next))
      return 0;
  }
  return c->err.status == MC_OK;
}

/* Data that points into code which no function covers reveals a start as a call does. */
static void pointed_starts(mc_code *c)
{
  for (uint32_t i = 0; i < c->ptr_n; i++)
    if (c->ptr[i].sym == 0 && mc_code_start_at(c, c->ptr[i].value) == MC_NO_FUNC)
      mc_code_miss(c, c->ptr[i].slot, c->ptr[i].value, MC_MISS_SEEN);
}

static int add_found(mc_code *c)
{
  for (uint32_t i = 0; i < c->found.n; i++)
    if (!mc_code_add(c, c->found.at[i].addr, 0, c->found.at[i].flags, 0))
      return 0;
  c->found.n = 0;
  memset(c->memo, 0, sizeof c->memo);
  return mc_code_index(c);
}

/* Around a new start: what ran into it, what was cut by it, and what may reach it by a short jump. */
static void mark_around(const mc_code *c, uint32_t i, uint8_t *again)
{
  enum { REACH = 130 };
  uint64_t at = c->fn[i].addr;
  again[i] = 1;
  for (uint32_t k = i; k-- > 0;) {
    again[k] = 1;
    if (at - (c->fn[k].addr + c->fn[k].size) > REACH)
      break;
  }
  for (uint32_t k = i + 1; k < c->fn_n && c->fn[k].addr - at < REACH; k++)
    again[k] = 1;
}

/* Which functions have to be looked at again now that there are more starts. */
static void mark_again(mc_code *c, uint8_t *again)
{
  uint32_t left = 0;
  for (uint32_t i = 0; i < c->fn_n; i++)
    if (c->fn[i].call_first == MC_NO_FUNC)
      mark_around(c, i, again);
  for (uint32_t i = 0; i < c->pending.n; i++) {
    mc_pend p = c->pending.row[i];
    uint32_t f = mc_code_start_at(c, p.to) == MC_NO_FUNC ? MC_NO_FUNC : mc_code_func_at(c, p.at);
    if (f != MC_NO_FUNC)
      again[f] = 1;
  }
  for (uint32_t i = 0; i < c->pending.n; i++) {   /* the others will tell anew */
    uint32_t f = mc_code_func_at(c, c->pending.row[i].at);
    if (f != MC_NO_FUNC && !again[f])
      c->pending.row[left++] = c->pending.row[i];
  }
  c->pending.n = left;
}

static uint32_t live_rows(const mc_code *c)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->fn_n; i++)
    n += c->fn[i].call_n;
  return n;
}

/* Puts the rows in the order of their functions, and leaves out those that a later look replaced. */
static int tidy(mc_code *c)
{
  uint32_t n = live_rows(c);
  mc_call *rows = malloc(((size_t)n + 1) * sizeof *rows);
  if (!rows)
    return mc_code_fail(c, MC_NOMEM, MC_T_FILE, n);
  uint32_t to = 0;
  for (uint32_t i = 0; i < c->fn_n; i++) {
    mc_func *f = &c->fn[i];
    if (f->call_n)   /* there may be no table at all */
      memcpy(rows + to, c->call + f->call_first, f->call_n * sizeof *rows);
    f->call_first = to;
    to += f->call_n;
  }
  free(c->call);
  c->call = rows;
  c->call_n = n;
  c->call_cap = n + 1;
  return 1;
}

/* Looks again at what the starts that were added change.  The new rows of a function go behind all others: see tidy. */
static int next_pass(mc_code *c, const machine_row *m)
{
  uint8_t *again = calloc((size_t)c->fn_n + 1, 1);
  uint32_t *now = malloc(((size_t)c->fn_n + 1) * sizeof *now), old = 0;
  int ok = again && now;
  if (!ok)
    mc_code_fail(c, MC_NOMEM, MC_T_FILE, c->fn_n);
  for (uint32_t i = 0; ok && i < c->fn_n; i++)
    if (c->fn[i].call_first != MC_NO_FUNC)
      now[old++] = i;
  for (uint32_t i = 0; ok && i < c->call_n; i++)
    if (!(c->call[i].target & MC_IMPORT))
      c->call[i].target = now[c->call[i].target];
  if (ok) {
    mark_again(c, again);
    m->prepare(c, again);
  }
  for (uint32_t i = 0; ok && i < c->fn_n; i++)
    ok = !again[i] || one_function(c, m, i);
  free(again);
  free(now);
  if (ok && c->call_n / 2 > live_rows(c))
    ok = tidy(c);
  return ok && c->err.status == MC_OK;
}

/* References; more than once when starts are revealed that nothing else told of. */
static int find_refs(mc_code *c, const machine_row *m)
{
  enum { ROUNDS = 8 };
  if (!first_pass(c, m))
    return 0;
  pointed_starts(c);
  uint32_t known = c->fn_n;
  for (int round = 0; round < ROUNDS && c->err.status == MC_OK; round++) {
    if (c->found.n == 0)
      mc_code_jumped(c, m->step, m->opens);
    if (c->found.n == 0)
      break;
    if (!add_found(c) || !next_pass(c, m))
      return 0;
  }
  return c->err.status == MC_OK && (c->fn_n == known || tidy(c));
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

/* Does the frame of this function have to be asked from its instructions? */
static int needs_sweep(const mc_func *f)
{
  return !(f->flags & MC_FN_FDE) || (f->flags & MC_FN_SWEPT);
}

/* The frames of some functions, in the order of `rows`. */
static int sweep_some(mc_code *c, const machine_row *m, const uint32_t *fn, mc_skim *rows, uint32_t n)
{
  if (m->skim && !m->skim(c, rows, n))
    return 0;
  for (uint32_t i = 0; i < n; i++) {
    mc_func *f = &c->fn[fn[i]];
    mc_view body = body_of(c, f);
    f->flags |= MC_FN_SWEPT;
    m->frame(c, f, body, &rows[i]);
    if (f->frame < rows[i].least) {
      mc_skim all = mc_skim_all(f);
      m->frame(c, f, body, &all);
    }
  }
  return 1;
}

/* Frames that .eh_frame did not give, or of which it gave only where the frame pointer is. */
static int sweep_frames(mc_code *c, const machine_row *m)
{
  enum { SOME = 256 };   /* what they hold stays in the processor's cache */
  uint32_t fn[SOME], n = 0;
  mc_skim rows[SOME];
  for (uint32_t i = 0; i < c->fn_n; i++) {
    mc_func *f = &c->fn[i];
    if (!needs_sweep(f))
      continue;
    if (!m->frame) {
      f->flags = (f->flags & ~(uint32_t)MC_FN_SWEPT) | MC_FN_NOFRAME;
      continue;
    }
    fn[n] = i;
    rows[n++] = mc_skim_all(f);
    if (n < SOME)
      continue;
    if (!sweep_some(c, m, fn, rows, n))
      return 0;
    n = 0;
  }
  return sweep_some(c, m, fn, rows, n);
}

static int scan(mc_code *c)
{
  const machine_row *m = machine_of(c);
  if (!mc_code_load(c) || !mc_code_load_pointers(c) || !mc_code_collect(c))
    return 0;
  for (uint32_t i = 0; !m->refs && i < c->fn_n; i++)
    c->fn[i].call_first = 0;   /* "not looked at" is for those that can be */
  if (m->refs && !find_refs(c, m))
    return 0;
  mark_targets(c);
  if (!sweep_frames(c, m))
    return 0;
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
  for (uint32_t i = 0; i < c->starts_n; i++)
    free(c->starts[i].word);
  free(c->fn);
  free(c->call);
  free(c->ptr);
  free(c->found.at);
  free(c->pending.row);
  free(c->tables);
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
