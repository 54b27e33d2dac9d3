/* mc_code_load.c - the parts of the file that code analysis looks at: segments, .symtab, pointers. */
#define _DEFAULT_SOURCE
#define _FILE_OFFSET_BITS 64
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mc_code_int.h"

enum { PT_LOAD = 1, PT_DYNAMIC = 2, PT_EH_FRAME = 0x6474e550, PT_RELRO = 0x6474e552, PT_EXIDX = 0x70000001, SHT_SYMTAB = 2 };
enum { DT_NULL = 0, DT_RELR = 36, DT_RELRSZ = 35 };

int mc_code_fail(mc_code *c, int status, uint32_t table, uint64_t offset)
{
  if (c->err.status == MC_OK) {
    c->err.status = status;
    c->err.table = table;
    c->err.offset = offset;
    c->err.index = -1;
  }
  return 0;
}

/* Room for `want` rows: the array, moved when it had to grow, or NULL with the error set. */
void *mc_code_grow(mc_code *c, void *p, uint32_t *cap, uint32_t want, uint32_t limit, size_t row)
{
  if (want <= *cap)
    return p;
  if (want > limit) {
    mc_code_fail(c, MC_LIMIT, MC_T_FILE, want);
    return NULL;
  }
  uint64_t more = (uint64_t)want + want / 2 + 64;
  if (more > limit)
    more = limit;
  void *q = realloc(p, (size_t)more * row);
  if (!q) {
    mc_code_fail(c, MC_NOMEM, MC_T_FILE, more * row);
    return NULL;
  }
  *cap = (uint32_t)more;
  return q;
}

static int read_all(mc_code *c, uint8_t *to, uint64_t off, uint64_t len)
{
  while (len) {
    ssize_t got = pread(c->fd, to, len, (off_t)off);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0) {
      c->err.sys_errno = errno;
      return mc_code_fail(c, MC_IO, MC_T_FILE, off);
    }
    if (got == 0)
      return mc_code_fail(c, MC_CHANGED, MC_T_FILE, off);
    to += got;
    off += (uint64_t)got;
    len -= (uint64_t)got;
  }
  return 1;
}

/* Memory for bytes of the file; of huge pages where there are many, as faults would cost as much as the reading. */
static uint8_t *room(uint64_t len)
{
  enum { HUGE_PAGE = 2 << 20, MANY = 1 << 20 };
  void *p = NULL;
  if (len < MANY || len > SIZE_MAX - HUGE_PAGE)
    return malloc((size_t)len);
  if (posix_memalign(&p, HUGE_PAGE, (size_t)len) != 0)
    return NULL;
#ifdef MADV_HUGEPAGE
  madvise(p, (size_t)len, MADV_HUGEPAGE);   /* advice: it may be refused */
#endif
  return p;
}

/* `len` bytes that stay as long as the mc_code. */
static uint8_t *hold(mc_code *c, uint64_t len)
{
  /* segments may overlap in a hostile file: what is held stays below twice the file */
  if (len > c->lim.bytes || len > SIZE_MAX || c->held + len > 2 * c->file_size || c->held + len > c->lim.bytes
      || c->own_n == sizeof c->own / sizeof *c->own) {
    mc_code_fail(c, MC_LIMIT, MC_T_FILE, len);
    return NULL;
  }
  uint8_t *p = room(len);
  if (!p) {
    mc_code_fail(c, MC_NOMEM, MC_T_FILE, len);
    return NULL;
  }
  c->own[c->own_n++] = p;
  c->held += len;
  return p;
}

/* Bytes of the file that stay as long as the mc_code.  An empty view: outside of the file, or the error is set. */
static mc_view fetch(mc_code *c, uint64_t off, uint64_t len)
{
  mc_view none = {NULL, 0};
  if (len == 0 || !mc_fits(c->file_size, off, len))
    return none;
  if (c->fd < 0)
    return mc_sub(c->file, off, len);
  uint8_t *p = hold(c, len);
  if (!p || !read_all(c, p, off, len))
    return none;
  return (mc_view){p, len};
}

static void drop_last(mc_code *c, uint64_t len)
{
  if (c->fd >= 0) {
    free(c->own[--c->own_n]);
    c->held -= len;
  }
}

/* The file's memory image from vaddr to the end of what its segment has in the file. */
mc_view mc_code_at(const mc_code *c, uint64_t vaddr)
{
  for (uint32_t i = 0; i < c->seg_n; i++) {
    const mc_seg *s = &c->seg[i];
    if (vaddr >= s->vaddr && vaddr - s->vaddr < s->v.n)
      return mc_sub(s->v, vaddr - s->vaddr, s->v.n - (vaddr - s->vaddr));
  }
  return (mc_view){NULL, 0};
}

/* A segment of which it is known where it lies; its bytes are read by fill_segments. */
static void add_segment(mc_code *c, uint64_t vaddr, uint64_t memsz, uint64_t off, uint64_t filesz, uint32_t flags)
{
  if (off >= c->file_size || vaddr + filesz < vaddr)
    return;
  if (filesz > c->file_size - off)
    filesz = c->file_size - off;
  if (filesz && c->seg_n < MC_CODE_LOADS)
    c->seg[c->seg_n++] = (mc_seg){vaddr, memsz, off, flags, {NULL, filesz}};
}

/* All of them into one block, so that huge pages serve small ones too. */
static int fill_segments(mc_code *c)
{
  uint64_t total = 0;
  for (uint32_t i = 0; i < c->seg_n; i++)
    if (!mc_add(total, c->seg[i].v.n, &total))
      return mc_code_fail(c, MC_LIMIT, MC_T_FILE, c->seg[i].v.n);
  uint8_t *p = c->fd < 0 || total == 0 ? NULL : hold(c, total);
  for (uint32_t i = 0; i < c->seg_n && !c->err.status; i++) {
    mc_seg *s = &c->seg[i];
    if (c->fd < 0) {
      s->v = mc_sub(c->file, s->offset, s->v.n);
      continue;
    }
    if (!read_all(c, p, s->offset, s->v.n))
      return 0;
    s->v.p = p;
    p += s->v.n;
  }
  return !c->err.status;
}

static void one_phdr(mc_code *c, mc_view t, uint64_t at)
{
  int w = c->is64, b = c->big;
  uint32_t type = mc_ld32(t, at, b);
  uint32_t flags = mc_ld32(t, at + (w ? 4 : 24), b);
  uint64_t off = mc_ldw(t, at + (w ? 8 : 4), w, b), vaddr = mc_ldw(t, at + (w ? 16 : 8), w, b);
  uint64_t filesz = mc_ldw(t, at + (w ? 32 : 16), w, b), memsz = mc_ldw(t, at + (w ? 40 : 20), w, b);
  if (type == PT_LOAD) {
    add_segment(c, vaddr, memsz, off, filesz, flags);
  } else if (type == PT_EH_FRAME) {
    c->eh_hdr = vaddr;
    c->eh_hdr_len = filesz;
  } else if (type == PT_EXIDX && c->machine == MC_CODE_ARM) {
    c->exidx = vaddr;
    c->exidx_len = filesz;
  } else if (type == PT_RELRO) {
    c->relro = vaddr;
    c->relro_len = memsz;
  } else if (type == PT_DYNAMIC) {
    c->dyn = vaddr;
    c->dyn_len = filesz;
  }
}

static int load_segments(mc_code *c)
{
  mc_view h = fetch(c, 0, c->is64 ? 64 : 52);
  if (!h.p)
    return c->err.status ? 0 : mc_code_fail(c, MC_TRUNCATED, MC_T_EHDR, 0);
  uint64_t off = mc_ldw(h, c->is64 ? 32 : 28, c->is64, c->big), row = c->is64 ? 56 : 32;
  uint64_t n = mc_ld16(h, c->is64 ? 56 : 44, c->big);
  mc_view t = fetch(c, off, n * row);
  if (!t.p)
    return c->err.status ? 0 : n == 0 ? 1 : mc_code_fail(c, MC_TRUNCATED, MC_T_PHDR, off);
  for (uint64_t i = 0; i < n; i++)
    one_phdr(c, t, i * row);
  return fill_segments(c);
}

/* .symtab and its strings.  Section headers only add names, so anything odd there is left alone. */
static int load_symtab(mc_code *c)
{
  mc_view h = fetch(c, 0, c->is64 ? 64 : 52);
  if (!h.p)
    return !c->err.status;
  uint64_t off = mc_ldw(h, c->is64 ? 40 : 32, c->is64, c->big), row = c->is64 ? 64 : 40;
  uint64_t n = mc_ld16(h, c->is64 ? 60 : 48, c->big);
  drop_last(c, h.n);
  mc_view t = fetch(c, off, n * row);
  if (!t.p)
    return !c->err.status;
  mc_view sym = {NULL, 0}, str = {NULL, 0};
  for (uint64_t i = 0; i < n && !sym.p; i++) {
    uint64_t at = i * row, link;
    if (mc_ld32(t, at + 4, c->big) != SHT_SYMTAB)
      continue;
    link = mc_ld32(t, at + (c->is64 ? 40 : 24), c->big);
    if (link >= n)
      break;
    uint64_t o = c->is64 ? 24 : 16, z = c->is64 ? 32 : 20;
    sym = fetch(c, mc_ldw(t, at + o, c->is64, c->big), mc_ldw(t, at + z, c->is64, c->big));
    if (sym.p)
      str = fetch(c, mc_ldw(t, link * row + o, c->is64, c->big), mc_ldw(t, link * row + z, c->is64, c->big));
  }
  if (sym.p && str.p) {
    c->symtab = sym;
    c->strtab = (mc_view){str.p, mc_text_end(str)};
  }
  return !c->err.status;
}

int mc_code_load(mc_code *c)
{
  return load_segments(c) && load_symtab(c);
}

static int add_pointer(mc_code *c, mc_ptr p)
{
  mc_ptr *q = mc_code_grow(c, c->ptr, &c->ptr_cap, c->ptr_n + 1, c->lim.pointers, sizeof *q);
  if (!q)
    return 0;
  c->ptr = q;
  c->ptr[c->ptr_n++] = p;
  return 1;
}

static int word_at(const mc_code *c, uint64_t addr, uint64_t *out)
{
  mc_view v = mc_code_at(c, addr);
  if (v.n < (c->is64 ? 8u : 4u))
    return 0;
  *out = mc_ldw(v, 0, c->is64, c->big);
  return 1;
}

static int one_reloc(mc_code *c, const mc_reloc *r)
{
  mc_ptr p = {r->offset, (uint64_t)r->addend, r->sym, r->cls};
  uint64_t there = 0;
  if (r->cls != MC_RC_RELATIVE && r->cls != MC_RC_SYMBOLIC && r->cls != MC_RC_GLOB_DAT && r->cls != MC_RC_JUMP_SLOT
      && r->cls != MC_RC_IRELATIVE)
    return 1;
  /* a REL entry keeps its addend in the word itself */
  if (r->table == MC_T_REL && word_at(c, r->offset, &there))
    p.value = there;
  if (r->sym != 0 && r->cls != MC_RC_RELATIVE) {
    mc_sym s;
    if (mc_image_syms(c->img, r->sym, 1, &s) != 1)
      return 1;
    if (s.shndx != 0 && s.type != 10) {   /* defined here, not an IFUNC: the address is known */
      p.value = s.value + (r->cls == MC_RC_SYMBOLIC ? (uint64_t)r->addend : 0);
      p.sym = 0;
    }
  }
  return add_pointer(c, p);
}

/* One word of DT_RELR: an address, or a bitmap of the words after the last one. */
static int one_relr(mc_code *c, uint64_t word, uint64_t *next)
{
  uint64_t size = c->is64 ? 8 : 4, there;
  if ((word & 1) == 0) {
    if (word_at(c, word, &there) && !add_pointer(c, (mc_ptr){word, there, 0, MC_RC_RELATIVE}))
      return 0;
    *next = word + size;
    return 1;
  }
  for (uint64_t bits = word >> 1, at = *next; bits; bits >>= 1, at += size)
    if ((bits & 1) && word_at(c, at, &there) && !add_pointer(c, (mc_ptr){at, there, 0, MC_RC_RELATIVE}))
      return 0;
  *next += (size * 8 - 1) * size;
  return 1;
}

static int load_relr(mc_code *c)
{
  uint64_t size = c->is64 ? 8 : 4, at = 0, len = 0, next = 0;
  mc_view d = mc_code_at(c, c->dyn);
  for (uint64_t o = 0; c->dyn && o + 2 * size <= d.n && o + 2 * size <= c->dyn_len; o += 2 * size) {
    uint64_t tag = mc_ldw(d, o, c->is64, c->big), v = mc_ldw(d, o + size, c->is64, c->big);
    if (tag == DT_NULL)
      break;
    at = tag == DT_RELR ? v : at;
    len = tag == DT_RELRSZ ? v : len;
  }
  mc_view t = mc_code_at(c, at);
  if (!at || len > t.n)
    return 1;
  for (uint64_t o = 0; o + size <= len; o += size)
    if (!one_relr(c, mc_ldw(t, o, c->is64, c->big), &next))
      return 0;
  return 1;
}

/* The end of the run of pointers in order that begins at i. */
static uint32_t run_end(const mc_ptr *p, uint32_t i, uint32_t n)
{
  for (i++; i < n && p[i - 1].slot <= p[i].slot; i++)
    ;
  return i < n ? i : n;
}

/* Makes one run of each two; returns how many there are then. */
static uint32_t merge_runs(const mc_ptr *p, mc_ptr *out, uint32_t n)
{
  uint32_t runs = 0;
  for (uint32_t i = 0, j, k, end, to = 0; i < n; i = end, runs++) {
    k = j = run_end(p, i, n);
    end = j < n ? run_end(p, j, n) : n;
    while (i < j && k < end)
      out[to++] = p[k].slot < p[i].slot ? p[k++] : p[i++];
    memcpy(out + to, p + i, (j - i) * sizeof *p);
    to += j - i;
    memcpy(out + to, p + k, (end - k) * sizeof *p);
    to += end - k;
  }
  return runs;
}

/* Relocations come in a few runs that are in order. */
static int sort_pointers(mc_code *c)
{
  if (c->ptr_n == 0 || run_end(c->ptr, 0, c->ptr_n) == c->ptr_n)
    return 1;
  mc_ptr *other = malloc(c->ptr_n * sizeof *other);
  if (!other)
    return mc_code_fail(c, MC_NOMEM, MC_T_FILE, c->ptr_n * sizeof *other);
  for (uint32_t runs = 2; runs > 1;) {
    runs = merge_runs(c->ptr, other, c->ptr_n);
    mc_ptr *was = c->ptr;
    c->ptr = other;
    other = was;
  }
  c->ptr_cap = c->ptr_n;
  free(other);
  return 1;
}

int mc_code_load_pointers(mc_code *c)
{
  const mc_reloc *r = (const mc_reloc *)(const void *)((const char *)c->img + c->img->reloc_off);
  for (uint32_t i = 0; c->img->reloc_off && i < c->img->reloc_n; i++)
    if (!one_reloc(c, &r[i]))
      return 0;
  if (!load_relr(c))
    return 0;
  return sort_pointers(c);
}

const mc_ptr *mc_code_ptr_at(const mc_code *c, uint64_t slot)
{
  uint32_t lo = 0, hi = c->ptr_n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (c->ptr[mid].slot < slot)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < c->ptr_n && c->ptr[lo].slot == slot ? &c->ptr[lo] : NULL;
}
