/* mc_dynamic.c - PT_DYNAMIC: which entries count, where the tables are, and what to read in one go.
 *
 * As in musl: the last of two entries of one tag wins, but the first DT_GNU_HASH and DT_VERSYM; addresses
 * are mapped through PT_LOAD, the last segment that covers an address wins (it is mapped over the others). */
#include "mc_scan.h"

enum {
  DT_NULL = 0, DT_NEEDED = 1, DT_PLTRELSZ = 2, DT_HASH = 4, DT_STRTAB = 5, DT_SYMTAB = 6, DT_RELA = 7,
  DT_RELASZ = 8, DT_STRSZ = 10, DT_INIT = 12, DT_SONAME = 14, DT_RPATH = 15, DT_SYMBOLIC = 16, DT_REL = 17,
  DT_RELSZ = 18, DT_PLTREL = 20, DT_TEXTREL = 22, DT_JMPREL = 23, DT_BIND_NOW = 24, DT_INIT_ARRAY = 25,
  DT_FINI_ARRAY = 26, DT_RUNPATH = 29, DT_FLAGS = 30, DT_PREINIT_ARRAY = 32, DT_RELRSZ = 35, DT_RELR = 36,
  DT_CREL = 0x40000026, DT_ANDROID_REL = 0x6000000f, DT_ANDROID_RELA = 0x60000011, DT_ANDROID_RELR = 0x6fffe000,
  DT_GNU_HASH = 0x6ffffef5, DT_VERSYM = 0x6ffffff0, DT_FLAGS_1 = 0x6ffffffb, DT_VERDEF = 0x6ffffffc,
  DT_VERDEFNUM = 0x6ffffffd, DT_VERNEED = 0x6ffffffe, DT_VERNEEDNUM = 0x6fffffff,
  DT_MIPS_SYMTABNO = 0x70000011, DT_MIPS_GOTSYM = 0x70000013, DT_AUXILIARY = 0x7ffffffd, DT_FILTER = 0x7fffffff,
  DF_SYMBOLIC = 2, DF_TEXTREL = 4, DF_BIND_NOW = 8, DF_STATIC_TLS = 16, DF_1_NOW = 1, DF_1_PIE = 0x08000000
};

/* The file bytes behind an address.  0: no segment has it.  avail 0: it is in the zero-filled part. */
static int locate(const mc_scan *s, uint64_t vaddr, mc_place *at)
{
  const mc_load *loads = (const mc_load *)(const void *)s->scr->loads.p;
  for (uint32_t i = s->loads_n; i--;) {
    uint64_t in = vaddr - loads[i].vaddr;
    if (vaddr < loads[i].vaddr || in >= loads[i].memsz)
      continue;
    at->off = loads[i].off + in;
    at->avail = in < loads[i].filesz ? loads[i].filesz - in : 0;
    at->zeros = loads[i].memsz - loads[i].filesz;
    return 1;
  }
  return 0;
}

static int add_needed(mc_scan *s, uint64_t value, uint64_t at)
{
  if (s->needed_n >= s->lim->needed)
    return mc_fail(s, MC_LIMIT, MC_T_DYNAMIC, (uint64_t)s->needed_n + 1, -1);
  if (!mc_room(s, &s->scr->needed, (s->needed_n + 1) * sizeof(mc_entry), s->needed_n * sizeof(mc_entry)))
    return 0;
  ((mc_entry *)(void *)s->scr->needed.p)[s->needed_n++] = (mc_entry){value, at};
  return 1;
}

static void set_tag(mc_scan *s, unsigned tag, uint64_t value, uint64_t at)
{
  s->seen |= 1u << tag;
  s->tag[tag] = value;
  s->tag_at[tag] = at;
}

/* The tags with a value that the scan uses, or -1. */
static int tag_slot(const mc_scan *s, uint64_t tag)
{
  switch (tag) {
  case DT_STRTAB: return MC_D_STRTAB;
  case DT_STRSZ: return MC_D_STRSZ;
  case DT_SYMTAB: return MC_D_SYMTAB;
  case DT_HASH: return MC_D_HASH;
  case DT_GNU_HASH: return mc_has_tag(s, MC_D_GNU_HASH) ? -1 : MC_D_GNU_HASH;
  case DT_VERSYM: return mc_has_tag(s, MC_D_VERSYM) ? -1 : MC_D_VERSYM;
  case DT_VERNEED: return MC_D_VERNEED;
  case DT_VERNEEDNUM: return MC_D_VERNEEDNUM;
  case DT_VERDEF: return MC_D_VERDEF;
  case DT_VERDEFNUM: return MC_D_VERDEFNUM;
  case DT_REL: return MC_D_REL;
  case DT_RELSZ: return MC_D_RELSZ;
  case DT_RELA: return MC_D_RELA;
  case DT_RELASZ: return MC_D_RELASZ;
  case DT_JMPREL: return MC_D_JMPREL;
  case DT_PLTRELSZ: return MC_D_PLTRELSZ;
  case DT_PLTREL: return MC_D_PLTREL;
  case DT_RELR: return MC_D_RELR;
  case DT_RELRSZ: return MC_D_RELRSZ;
  case DT_SONAME: return MC_D_SONAME;
  case DT_RPATH: return MC_D_RPATH;
  case DT_RUNPATH: return MC_D_RUNPATH;
  case DT_FLAGS: return MC_D_FLAGS;
  case DT_FLAGS_1: return MC_D_FLAGS_1;
  case DT_MIPS_SYMTABNO: return s->machine == MC_EM_MIPS ? MC_D_MIPS_SYMTABNO : -1;
  case DT_MIPS_GOTSYM: return s->machine == MC_EM_MIPS ? MC_D_MIPS_GOTSYM : -1;
  default: return -1;
  }
}

/* The tags that are a fact by being there. */
static uint32_t tag_flag(uint64_t tag)
{
  switch (tag) {
  case DT_HASH: return MC_F_HASH;
  case DT_GNU_HASH: return MC_F_GNU_HASH;
  case DT_VERSYM: return MC_F_VERSYM;
  case DT_INIT: return MC_F_INIT;
  case DT_INIT_ARRAY: return MC_F_INIT_ARRAY;
  case DT_FINI_ARRAY: return MC_F_FINI_ARRAY;
  case DT_PREINIT_ARRAY: return MC_F_PREINIT_ARRAY;
  case DT_SYMBOLIC: return MC_F_SYMBOLIC;
  case DT_TEXTREL: return MC_F_TEXTREL_TAG;
  case DT_BIND_NOW: return MC_F_BIND_NOW;
  case DT_AUXILIARY:
  case DT_FILTER: return MC_F_FILTER;
  case DT_CREL: return MC_F_CREL;
  case DT_ANDROID_REL:
  case DT_ANDROID_RELA:
  case DT_ANDROID_RELR: return MC_F_ANDROID_REL;
  default: return 0;
  }
}

static int take_entry(mc_scan *s, uint64_t tag, uint64_t value, uint64_t at)
{
  if (tag == DT_NEEDED)
    return add_needed(s, value, at);
  int slot = tag_slot(s, tag);
  if (slot >= 0)
    set_tag(s, (unsigned)slot, value, at);
  s->dyn_flags |= tag_flag(tag);
  return 1;
}

/* 1: DT_NULL was found. 0: not in these bytes, or an error. */
static int take_entries(mc_scan *s, mc_view v, uint64_t off)
{
  uint64_t row = 2 * s->word;
  s->seen = s->needed_n = s->dyn_flags = 0;
  for (uint64_t at = 0; mc_fits(v.n, at, row); at += row) {
    uint64_t tag = mc_ldw(v, at, s->is64, s->big);
    if (tag == DT_NULL)
      return 1;
    if (!take_entry(s, tag, mc_ldw(v, at + s->word, s->is64, s->big), off + at))
      return 0;
  }
  return 0;
}

static void take_flags(mc_scan *s)
{
  uint64_t f = mc_has_tag(s, MC_D_FLAGS) ? s->tag[MC_D_FLAGS] : 0;
  uint64_t f1 = mc_has_tag(s, MC_D_FLAGS_1) ? s->tag[MC_D_FLAGS_1] : 0;
  s->im.flags_dt = f;
  s->im.flags_1 = f1;
  s->im.flags |= s->dyn_flags | (f & DF_SYMBOLIC ? MC_F_SYMBOLIC : 0u) | (f & DF_TEXTREL ? MC_F_TEXTREL_FLAG : 0u)
                 | (f & DF_BIND_NOW || f1 & DF_1_NOW ? MC_F_BIND_NOW : 0u) | (f & DF_STATIC_TLS ? MC_F_STATIC_TLS : 0u)
                 | (f1 & DF_1_PIE ? MC_F_PIE : 0u);
}

/* Loaders do not look at the size in PT_DYNAMIC, they stop at DT_NULL; the size is only what is read first. */
int mc_read_dynamic(mc_scan *s)
{
  mc_place p;
  if (!locate(s, s->dyn_vaddr, &p) || !p.avail)
    return mc_fail(s, MC_MALFORMED, MC_T_PHDR, s->dyn_at, -1);
  uint64_t sizes[] = {s->dyn_filesz, MC_CHUNK, p.avail};
  for (int i = 0; i < 3; i++) {
    uint64_t n = sizes[i] < p.avail ? sizes[i] : p.avail;
    mc_view v = mc_keep(s, p.off, n, MC_T_DYNAMIC);
    if (v.p && take_entries(s, v, p.off)) {
      take_flags(s);
      return 1;
    }
    if (s->err.status)
      return 0;
  }
  /* the zeros after the file's part of a segment end the table too */
  if (p.zeros < s->word || p.avail % (2 * s->word))
    return mc_fail(s, MC_TRUNCATED, MC_T_DYNAMIC, p.off, -1);
  take_flags(s);
  return 1;
}

static const struct {
  uint8_t addr, size;   /* MC_D_*; size MC_D_N: no entry has the size */
  uint8_t table;
} tables[] = {
  {MC_D_STRTAB, MC_D_STRSZ, MC_T_STRTAB},       {MC_D_SYMTAB, MC_D_N, MC_T_SYMTAB},
  {MC_D_HASH, MC_D_N, MC_T_HASH},               {MC_D_GNU_HASH, MC_D_N, MC_T_GNU_HASH},
  {MC_D_VERSYM, MC_D_N, MC_T_VERSYM},           {MC_D_VERNEED, MC_D_VERNEEDNUM, MC_T_VERNEED},
  {MC_D_VERDEF, MC_D_VERDEFNUM, MC_T_VERDEF},   {MC_D_REL, MC_D_RELSZ, MC_T_REL},
  {MC_D_RELA, MC_D_RELASZ, MC_T_RELA},          {MC_D_JMPREL, MC_D_PLTRELSZ, MC_T_JMPREL},
  {MC_D_RELR, MC_D_RELRSZ, MC_T_RELR},
};
enum { TABLES = sizeof tables / sizeof *tables };

typedef struct {
  uint64_t off, end;
} range;

/* Insertion: there are at most eleven. */
static void add_range(range *r, unsigned n, uint64_t off, uint64_t end)
{
  for (; n && r[n - 1].off > off; n--)
    r[n] = r[n - 1];
  r[n] = (range){off, end};
}

/* What to read of a table before its size is known: end == off stands for "until the next table". */
static uint64_t first_read(const mc_scan *s, unsigned i)
{
  uint64_t off = s->place[tables[i].addr].off, avail = s->place[tables[i].addr].avail;
  if (tables[i].size == MC_D_N)
    return off;
  uint64_t size = s->tag[tables[i].size];
  if (tables[i].addr == MC_D_STRTAB)
    return off + (size < avail ? size : avail);
  if (tables[i].addr == MC_D_REL || tables[i].addr == MC_D_RELA || tables[i].addr == MC_D_JMPREL)
    return size <= avail && size <= MC_CHUNK ? off + size : off + 1;   /* a larger one is streamed */
  return off;
}

static void bound_symbols(mc_scan *s, const range *r, unsigned n)
{
  if (!mc_has_tag(s, MC_D_SYMTAB))
    return;
  mc_place sym = s->place[MC_D_SYMTAB];
  s->sym_bound = sym.off + sym.avail;
  for (unsigned i = n; i--;)
    if (r[i].off > sym.off && r[i].off < s->sym_bound)
      s->sym_bound = r[i].off;
}

static int prefetch_ranges(mc_scan *s, range *r, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    if (r[i].end == r[i].off)
      r[i].end = i + 1 < n && r[i + 1].off - r[i].off <= MC_FAR ? r[i + 1].off : r[i].off + 1024;
  for (unsigned i = 0; i < n;) {
    uint64_t off = r[i].off, end = r[i].end;
    for (i++; i < n && r[i].off <= end + MC_GAP; i++)
      end = r[i].end > end ? r[i].end : end;
    end = end < s->file_size ? end : s->file_size;
    int main_group = mc_has_tag(s, MC_D_SYMTAB) && s->place[MC_D_SYMTAB].off >= off && s->place[MC_D_SYMTAB].off < end;
    if (!(main_group ? mc_read_span(s, off, end) : mc_prefetch(s, off, end)))
      return 0;
  }
  return 1;
}

/* Finds every table, and reads those that lie together with one pread. */
int mc_plan_reads(mc_scan *s)
{
  range r[TABLES];
  unsigned n = 0;
  for (unsigned i = 0; i < TABLES; i++) {
    unsigned tag = tables[i].addr;
    int sized = tables[i].size != MC_D_N;
    if (sized && tag != MC_D_STRTAB && (!mc_has_tag(s, tables[i].size) || !s->tag[tables[i].size]))
      s->seen &= ~(1u << tag);   /* no rows: the address means nothing */
    if (!mc_has_tag(s, tag))
      continue;
    if (!locate(s, s->tag[tag], &s->place[tag]) || !s->place[tag].avail)
      return mc_fail(s, MC_MALFORMED, tables[i].table, s->tag_at[tag], -1);
    if (tag != MC_D_RELR)
      add_range(r, n++, s->place[tag].off, first_read(s, i));
  }
  bound_symbols(s, r, n);
  return prefetch_ranges(s, r, n);
}

static int take_string(mc_scan *s, uint64_t value, uint64_t at, int64_t index)
{
  return value < s->text_end || mc_fail(s, MC_MALFORMED, MC_T_DYNAMIC, at, index);
}

static int take_string_tag(mc_scan *s, unsigned tag, uint32_t *out)
{
  if (!mc_has_tag(s, tag))
    return 1;
  *out = (uint32_t)s->tag[tag];
  return take_string(s, s->tag[tag], s->tag_at[tag], -1);
}

/* The string table, and the entries that name a string. */
int mc_read_strings(mc_scan *s)
{
  mc_place p = s->place[MC_D_STRTAB];
  if (mc_has_tag(s, MC_D_STRTAB)) {
    if (!mc_has_tag(s, MC_D_STRSZ))
      return mc_fail(s, MC_MALFORMED, MC_T_STRTAB, s->tag_at[MC_D_STRTAB], -1);
    if (s->tag[MC_D_STRSZ] > p.avail)
      return mc_fail(s, MC_TRUNCATED, MC_T_STRTAB, p.off, -1);
    s->str = mc_keep(s, p.off, s->tag[MC_D_STRSZ], MC_T_STRTAB);
    if (!s->str.p)
      return 0;
    if (s->str.n >= UINT32_MAX)
      return mc_fail(s, MC_LIMIT, MC_T_STRTAB, s->str.n, -1);
    s->text_end = mc_text_end(s->str);
  }
  const mc_entry *needed = (const mc_entry *)(const void *)s->scr->needed.p;
  for (uint32_t i = 0; i < s->needed_n; i++)
    if (!take_string(s, needed[i].value, needed[i].at, i))
      return 0;
  return take_string_tag(s, MC_D_SONAME, &s->im.soname) && take_string_tag(s, MC_D_RPATH, &s->im.rpath)
         && take_string_tag(s, MC_D_RUNPATH, &s->im.runpath);
}
