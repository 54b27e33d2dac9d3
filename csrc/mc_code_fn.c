/* mc_code_fn.c - which functions there are: from unwind tables, symbols, the entry point and init arrays. */
#include <stdlib.h>

#include "mc_code_int.h"

enum { STT_FUNC = 2, STT_GNU_IFUNC = 10 };
enum { DT_INIT = 12, DT_FINI = 13, DT_INIT_ARRAY = 25, DT_FINI_ARRAY = 26, DT_INIT_ARRAYSZ = 27, DT_FINI_ARRAYSZ = 28,
       DT_PREINIT_ARRAY = 32, DT_PREINIT_ARRAYSZ = 33 };

/* mc_func.name: an offset into one of two string tables, chosen by the top bit. */
#define MC_NAME_SYMTAB 0x80000000u

static int is_code(const mc_code *c, uint64_t addr)
{
  for (uint32_t i = 0; i < c->seg_n; i++)
    if ((c->seg[i].flags & MC_PF_X) && addr - c->seg[i].vaddr < c->seg[i].v.n)
      return 1;
  return 0;
}

/* A row whose size is known takes what another says of the same start. */
static int join(mc_code *c, uint64_t addr, uint32_t flags, uint32_t name)
{
  uint32_t i = mc_code_start_at(c, addr);
  if (i == MC_NO_FUNC || !(c->fn[i].flags & MC_FN_SIZED))
    return 0;
  c->fn[i].flags |= flags;
  c->fn[i].name = c->fn[i].name > name ? c->fn[i].name : name;
  return 1;
}

/* Adds a function, or nothing when addr is no code.  Rows of one address are merged, at the latest by the
 * next mc_code_index. */
int mc_code_add(mc_code *c, uint64_t addr, uint64_t size, uint32_t flags, uint32_t name)
{
  if (c->machine == MC_CODE_ARM)
    addr &= ~(uint64_t)1;   /* the Thumb bit */
  if (join(c, addr, flags, name) || !is_code(c, addr))
    return 1;
  mc_func *f = mc_code_grow(c, c->fn, &c->fn_cap, c->fn_n + 1, c->lim.functions, sizeof *f);
  if (!f)
    return 0;
  c->fn = f;
  if (size)
    flags |= MC_FN_SIZED;
  c->fn[c->fn_n++] = (mc_func){addr, size > UINT32_MAX ? UINT32_MAX : (uint32_t)size, 0, flags, name, MC_NO_FUNC, 0};
  return 1;
}

static int from_unwind(mc_code *c, const mc_fde *f)
{
  uint32_t before = c->fn_n;
  if (!mc_code_add(c, f->addr, f->size, MC_FN_FDE | (f->sweep ? MC_FN_SWEPT : 0), 0))
    return 0;
  if (c->fn_n == before)
    return 1;
  c->fn[before].frame = f->frame;
  if (c->span_hi == 0 || f->addr < c->span_lo)
    c->span_lo = f->addr;
  if (f->addr + f->size > c->span_hi)
    c->span_hi = f->addr + f->size;
  return 1;
}

static int from_dynsym(mc_code *c)
{
  mc_sym s;
  for (uint32_t i = 1; i < c->img->sym_n; i++) {
    if (mc_image_syms(c->img, i, 1, &s) != 1)
      return 1;
    if (s.shndx == 0 || (s.type != STT_FUNC && s.type != STT_GNU_IFUNC))
      continue;
    if (!mc_code_add(c, s.value, s.size, MC_FN_EXPORT, s.name & ~MC_NAME_SYMTAB))
      return 0;
  }
  return 1;
}

static int from_symtab(mc_code *c)
{
  uint64_t row = c->is64 ? MC_SYM64 : MC_SYM32, n = c->symtab.n / row;
  for (uint64_t i = 1; i < n; i++) {
    uint64_t at = i * row;
    uint8_t type = mc_sym_info(c->symtab, at, c->is64) & 15;
    if ((type != STT_FUNC && type != STT_GNU_IFUNC) || mc_sym_shndx(c->symtab, at, c->is64, c->big) == 0)
      continue;
    uint32_t name = mc_sym_name(c->symtab, at, c->big);
    uint64_t value = mc_ldw(c->symtab, at + (c->is64 ? 8 : 4), c->is64, c->big);
    uint64_t size = mc_ldw(c->symtab, at + (c->is64 ? 16 : 8), c->is64, c->big);
    name = name < c->strtab.n ? name | MC_NAME_SYMTAB : 0;
    if (!mc_code_add(c, value, size, MC_FN_SYMBOL, name))
      return 0;
  }
  return 1;
}

static int from_array(mc_code *c, uint64_t at, uint64_t len)
{
  uint64_t size = c->is64 ? 8 : 4;
  mc_view v = mc_code_at(c, at);
  for (uint64_t o = 0; o < len && mc_fits(v.n, o, size); o += size) {
    const mc_ptr *p = mc_code_ptr_at(c, at + o);
    uint64_t to = p ? p->value : mc_ldw(v, o, c->is64, c->big);
    if ((!p || p->sym == 0) && !mc_code_add(c, to, 0, MC_FN_INIT, 0))
      return 0;
  }
  return 1;
}

static int from_dynamic(mc_code *c)
{
  uint64_t size = c->is64 ? 8 : 4, tag[40] = {0};
  mc_view d = mc_code_at(c, c->dyn);
  for (uint64_t o = 0; c->dyn && o + 2 * size <= c->dyn_len && o + 2 * size <= d.n; o += 2 * size) {
    uint64_t t = mc_ldw(d, o, c->is64, c->big);
    if (t == 0)
      break;
    if (t < 40)
      tag[t] = mc_ldw(d, o + size, c->is64, c->big);
  }
  if (tag[DT_INIT] && !mc_code_add(c, tag[DT_INIT], 0, MC_FN_INIT, 0))
    return 0;
  if (tag[DT_FINI] && !mc_code_add(c, tag[DT_FINI], 0, MC_FN_INIT, 0))
    return 0;
  return from_array(c, tag[DT_PREINIT_ARRAY], tag[DT_PREINIT_ARRAYSZ])
      && from_array(c, tag[DT_INIT_ARRAY], tag[DT_INIT_ARRAYSZ])
      && from_array(c, tag[DT_FINI_ARRAY], tag[DT_FINI_ARRAYSZ]);
}

static int by_addr(const void *a, const void *b)
{
  const mc_func *x = a, *y = b;
  if (x->addr != y->addr)
    return x->addr < y->addr ? -1 : 1;
  /* the unwind table's row first, then names: its size and frame stay when rows are merged */
  uint32_t p = x->flags & MC_FN_FDE, q = y->flags & MC_FN_FDE;
  if (p != q)
    return p ? -1 : 1;
  if (x->name != y->name)
    return x->name > y->name ? -1 : 1;
  return x->size > y->size ? -1 : x->size < y->size;
}

/* Puts what was added since the last time in order; rows of one start become one. */
static void sort_new(mc_code *c)
{
  uint32_t n = c->sorted_n;
  int sorted = 1;
  for (uint32_t i = n + 1; i < c->fn_n && sorted; i++)
    sorted = by_addr(&c->fn[i - 1], &c->fn[i]) <= 0;
  if (!sorted)
    qsort(c->fn + n, c->fn_n - n, sizeof *c->fn, by_addr);
  for (uint32_t i = n; i < c->fn_n; i++) {
    mc_func *f = &c->fn[i], *last = n > c->sorted_n ? &c->fn[n - 1] : NULL;
    if (!last || last->addr != f->addr) {
      c->fn[n++] = *f;
      continue;
    }
    last->flags |= f->flags;
    last->name = last->name ? last->name : f->name;
    last->size = last->size ? last->size : f->size;
  }
  c->fn_n = n;
}

/* Takes out of the new rows those of starts that are known, and adds to these what they say.  Returns the first row that
 * got another size. */
static uint32_t join_new(mc_code *c)
{
  uint32_t n = c->sorted_n, first = n;
  for (uint32_t i = n; i < c->fn_n; i++) {
    mc_func f = c->fn[i];
    uint32_t at = mc_code_start_at(c, f.addr);
    if (at == MC_NO_FUNC) {
      c->fn[n++] = f;
      continue;
    }
    mc_func *old = &c->fn[at];
    if (f.flags & ~old->flags & MC_FN_SIZED) {
      old->size = f.size;
      first = at < first ? at : first;
    }
    old->flags |= f.flags;
    old->name = old->name > f.name ? old->name : f.name;
  }
  c->fn_n = n;
  return first;
}

/* Two runs in order, known and new rows, become one.  *first: the first row that is new or has changed. */
static int merge(mc_code *c, uint32_t *first)
{
  sort_new(c);
  *first = c->sorted_n ? join_new(c) : 0;
  uint32_t old = c->sorted_n, add = c->fn_n - old, to = c->fn_n;
  c->sorted_n = c->fn_n;
  if (old == 0 || add == 0)
    return 1;
  mc_func *more = malloc(add * sizeof *more);
  if (!more)
    return mc_code_fail(c, MC_NOMEM, MC_T_FILE, add * sizeof *more);
  memcpy(more, c->fn + old, add * sizeof *more);
  for (; add; to--)
    c->fn[to - 1] = old && c->fn[old - 1].addr > more[add - 1].addr ? c->fn[--old] : more[--add];
  free(more);
  *first = to < *first ? to : *first;
  return 1;
}

/* A function whose end is not known goes up to the next start, or to where it was cut; none reaches past its segment or
 * the next start. */
static void bound(mc_code *c, uint32_t first)
{
  for (uint32_t i = first ? first - 1 : 0; i < c->fn_n; i++) {
    mc_func *f = &c->fn[i];
    mc_view v = mc_code_at(c, f->addr);
    uint64_t room = v.n;
    if (i + 1 < c->fn_n && c->fn[i + 1].addr - f->addr < room)
      room = c->fn[i + 1].addr - f->addr;
    if (f->size == 0 || f->size > room)
      f->size = room > UINT32_MAX ? UINT32_MAX : (uint32_t)room;
  }
}

static void *zeroed(mc_code *c, uint64_t n, size_t row)
{
  void *p = n > SIZE_MAX / row ? NULL : calloc((size_t)n, row);
  if (!p)
    mc_code_fail(c, MC_NOMEM, MC_T_FILE, n * row);
  return p;
}

static int make_starts(mc_code *c)
{
  c->text_lo = UINT64_MAX;
  for (uint32_t i = 0; i < c->seg_n; i++) {
    if (!(c->seg[i].flags & MC_PF_X))
      continue;
    mc_starts *s = &c->starts[c->starts_n++];
    *s = (mc_starts){c->seg[i].vaddr, c->seg[i].v.n, zeroed(c, c->seg[i].v.n / 64 + 1, sizeof *s->word)};
    if (!s->word)
      return 0;
    c->text_lo = s->base < c->text_lo ? s->base : c->text_lo;
    c->text_hi = s->base + s->n > c->text_hi ? s->base + s->n : c->text_hi;
  }
  return 1;
}

/* How many functions begin before addr. */
static uint32_t begun_before(const mc_code *c, uint64_t addr)
{
  uint32_t lo = 0, hi = c->fn_n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (c->fn[mid].addr < addr)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

/* Puts the functions from a row on into the index of starts. */
static void fill_starts(mc_code *c, uint32_t first)
{
  for (uint32_t i = first; i < c->fn_n; i++)
    for (uint32_t k = 0; k < c->starts_n; k++) {   /* in a hostile file more than one may hold it */
      uint64_t o = c->fn[i].addr - c->starts[k].base;
      if (o < c->starts[k].n)
        c->starts[k].word[o / 64].bits |= UINT64_C(1) << o % 64;
    }
  for (uint32_t i = 0; first < c->fn_n && i < c->starts_n; i++) {
    mc_starts *s = &c->starts[i];
    uint64_t w = c->fn[first].addr > s->base ? (c->fn[first].addr - s->base) / 64 : 0;
    /* all that lie below count, also those of other segments, which may be anywhere and overlap */
    for (uint32_t k = begun_before(c, s->base + 64 * w); w < s->n / 64 + 1; w++) {
      while (k < c->fn_n && c->fn[k].addr < s->base + 64 * w)
        k++;
      s->word[w].rank = k;
    }
  }
}

/* Sorts and merges what was added since the last call. */
int mc_code_index(mc_code *c)
{
  uint32_t first;
  if (!merge(c, &first) || (c->starts_n == 0 && !make_starts(c)))
    return 0;
  bound(c, first);
  fill_starts(c, first);
  return 1;
}

uint32_t mc_code_begun(const mc_code *c, uint64_t addr)
{
  uint64_t bit;
  const mc_word *w = mc_code_word(c, addr, &bit);
  return w ? w->rank + mc_count(w->bits & (bit | (bit - 1))) : addr == UINT64_MAX ? c->fn_n : begun_before(c, addr + 1);
}

uint32_t mc_code_func_at(const mc_code *c, uint64_t addr)
{
  uint32_t n = mc_code_begun(c, addr);
  return n && addr - c->fn[n - 1].addr < c->fn[n - 1].size ? n - 1 : MC_NO_FUNC;
}

const char *mc_code_name(const mc_code *c, uint32_t func)
{
  if (func >= c->fn_n)
    return "";
  uint32_t name = c->fn[func].name;
  if (!(name & MC_NAME_SYMTAB))
    return mc_image_str(c->img, name);
  name &= ~MC_NAME_SYMTAB;
  return name < c->strtab.n ? (const char *)c->strtab.p + name : "";
}

/* An unwind table that describes only little of the code says nothing of where the code ends. */
static void judge_span(mc_code *c)
{
  uint64_t code = 0, described = 0;
  for (uint32_t i = 0; i < c->seg_n; i++)
    code += c->seg[i].flags & MC_PF_X ? c->seg[i].v.n : 0;
  for (uint32_t i = 0; i < c->fn_n; i++)
    described += c->fn[i].flags & MC_FN_FDE ? c->fn[i].size : 0;
  if (described < code / 4) {
    c->span_lo = 0;
    c->span_hi = UINT64_MAX;
  }
}

int mc_code_collect(mc_code *c)
{
  int ok = mc_cfi_walk(c, from_unwind) && mc_exidx_walk(c, from_unwind) && mc_code_index(c) && from_dynsym(c)
      && from_symtab(c) && from_dynamic(c) && mc_code_add(c, c->img->entry, 0, MC_FN_ENTRY, 0) && mc_code_index(c);
  judge_span(c);
  return ok;
}
