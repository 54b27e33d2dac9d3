/* mc_reloc.c - DT_REL, DT_RELA, DT_JMPREL, DT_RELR and the global part of a MIPS GOT.
 *
 * A relocation is what makes a loader look a name up, so each one marks its symbol as used. */
#include "mc_scan.h"

enum { DT_RELA = 7, R_MIPS_JUMP_SLOT = 127 };

typedef struct {
  uint32_t table;
  uint64_t off;     /* of the first row in the file */
  uint64_t index;   /* of the first row of the part that is being read */
  int rela;
} reloc_table;

static uint64_t symbol_cap(const mc_scan *s)
{
  uint64_t n = mc_has_tag(s, MC_D_SYMTAB) ? s->place[MC_D_SYMTAB].avail / s->sym_size : 0;
  return n < s->lim->symbols ? n : s->lim->symbols;
}

/* Makes `used` hold n symbols, the new ones unused. */
int mc_used_room(mc_scan *s, uint64_t n)
{
  if (n <= s->used_n)
    return 1;
  if (!mc_room(s, &s->scr->used, n * 2, (uint64_t)s->used_n * 2))
    return 0;
  memset((uint16_t *)(void *)s->scr->used.p + s->used_n, 0, (n - s->used_n) * 2);
  s->used_n = (uint32_t)n;
  return 1;
}

/* A symbol beyond those counted so far: fine as long as the segment has it. */
static int more_symbols(mc_scan *s, uint32_t sym)
{
  uint64_t cap = symbol_cap(s), n = (uint64_t)sym + 1;
  if (n > cap)
    return 0;
  return mc_used_room(s, n + n / 2 < cap ? n + n / 2 : cap);
}

static mc_type_row *new_type(mc_scan *s, uint32_t type, uint32_t table)
{
  if (s->types_n == MC_RELTYPES) {
    mc_fail(s, MC_LIMIT, table, MC_RELTYPES + 1, -1);
    return NULL;
  }
  mc_type_row *r = &s->scr->types[s->types_n++];
  memset(r, 0, sizeof *r);
  r->type = type;
  r->cls = mc_reloc_class(s->machine, s->is64, type);
  r->bit = r->cls == MC_RC_NONE ? 0 : (uint16_t)(1u << r->cls);
  r->special = r->cls == MC_RC_NONE || r->cls == MC_RC_TLSDESC || r->cls >= MC_RC_IRELATIVE;
  if (type < MC_DENSE_TYPES)
    s->scr->type_slot[type] = (uint8_t)s->types_n;
  return r;
}

static mc_type_row *type_row(mc_scan *s, uint32_t type, uint32_t table)
{
  if (type < MC_DENSE_TYPES) {
    uint32_t slot = s->scr->type_slot[type];
    return slot ? &s->scr->types[slot - 1] : new_type(s, type, table);
  }
  for (uint32_t i = 0; i < s->types_n; i++)
    if (s->scr->types[i].type == type)
      return &s->scr->types[i];
  return new_type(s, type, table);
}

static uint32_t odd_slot(const mc_scan *s, uint32_t type, uint32_t sym)
{
  const uint32_t *slots = (const uint32_t *)(const void *)s->scr->odd_hash.p;
  const mc_odd *rows = (const mc_odd *)(const void *)s->scr->odd.p;
  uint32_t i = ((type * 0x9e3779b1u) ^ sym) * 0x85ebca6bu;
  for (i = (i ^ i >> 15) & s->odd_mask;; i = (i + 1) & s->odd_mask)
    if (!slots[i] || (rows[slots[i] - 1].type == type && rows[slots[i] - 1].sym == sym))
      return i;
}

/* The table of slots is at most half full. */
static int grow_odd(mc_scan *s)
{
  uint32_t slots = s->odd_mask ? 2 * (s->odd_mask + 1) : 64;
  if (!mc_room(s, &s->scr->odd_hash, slots * sizeof(uint32_t), 0)
      || !mc_room(s, &s->scr->odd, slots / 2 * sizeof(mc_odd), s->odd_n * sizeof(mc_odd)))
    return 0;
  memset(s->scr->odd_hash.p, 0, slots * sizeof(uint32_t));
  s->odd_mask = slots - 1;
  const mc_odd *rows = (const mc_odd *)(const void *)s->scr->odd.p;
  for (uint32_t i = 0; i < s->odd_n; i++)
    ((uint32_t *)(void *)s->scr->odd_hash.p)[odd_slot(s, rows[i].type, rows[i].sym)] = i + 1;
  return 1;
}

static int add_odd(mc_scan *s, uint32_t type, uint32_t sym, uint64_t offset, uint32_t table)
{
  if (2 * s->odd_n >= s->odd_mask && !grow_odd(s))
    return 0;
  uint32_t *slot = (uint32_t *)(void *)s->scr->odd_hash.p + odd_slot(s, type, sym);
  if (*slot)
    return 1;
  if (s->odd_n >= s->lim->odd_relocs)
    return mc_fail(s, MC_LIMIT, table, (uint64_t)s->odd_n + 1, -1);
  ((mc_odd *)(void *)s->scr->odd.p)[s->odd_n++] = (mc_odd){type, sym, offset};
  *slot = s->odd_n;
  return 1;
}

static int keep_row(mc_scan *s, mc_reloc row)
{
  uint64_t have = s->kept_n * sizeof(mc_reloc);
  if (have + sizeof(mc_reloc) > s->lim->block_bytes)
    return mc_fail(s, MC_LIMIT, row.table, have + sizeof(mc_reloc), -1);
  if (!mc_room(s, &s->scr->relocs, have + sizeof(mc_reloc), have))
    return 0;
  ((mc_reloc *)(void *)s->scr->relocs.p)[s->kept_n++] = row;
  return 1;
}

/* r_info has a layout of its own in 64-bit MIPS (four type bytes after the symbol) and in 64-bit SPARC
 * (the type is one byte, above it is a second addend). */
MC_INLINE void split_info(const mc_scan *s, uint64_t info, int is64, int big, uint32_t *sym, uint32_t *type)
{
  if (!is64) {
    *sym = (uint32_t)info >> 8;
    *type = info & 0xff;
    return;
  }
  *sym = (uint32_t)(info >> 32);
  *type = (uint32_t)info;
  if (MC_UNLIKELY(s->info_layout == MC_INFO_MIPS64) && !big) {
    *sym = (uint32_t)info;
    *type = __builtin_bswap32((uint32_t)(info >> 32));
  } else if (MC_UNLIKELY(s->info_layout == MC_INFO_SPARC64)) {
    *type &= 0xff;
  }
}

MC_INLINE int64_t addend_of(mc_view v, uint64_t at, int is64, int big)
{
  return is64 ? (int64_t)mc_ld64(v, at + 16, big) : (int32_t)mc_ld32(v, at + 8, big);
}

/* The row after the last from i on whose r_info is the same: RELATIVE relocations come by the thousand. */
MC_INLINE uint64_t end_of_run(mc_view v, uint64_t i, uint64_t n, uint64_t size, uint64_t word, uint64_t info, int is64,
                              int big)
{
  uint64_t at = i * size + word;
  while (n - i > 4 && mc_ldw(v, at + size, is64, big) == info && mc_ldw(v, at + 2 * size, is64, big) == info
         && mc_ldw(v, at + 3 * size, is64, big) == info && mc_ldw(v, at + 4 * size, is64, big) == info) {
    i += 4;
    at += 4 * size;
  }
  for (i++, at += size; i < n && mc_ldw(v, at, is64, big) == info; i++)
    at += size;
  return i;
}

/* What else a row of a special class, or any row that is kept, asks for. */
static int note_row(mc_scan *s, const mc_type_row *row, uint64_t offset, int64_t addend, uint32_t sym, uint32_t table)
{
  if (!row->bit)
    return 1;
  if (row->special && !add_odd(s, row->type, sym, offset, table))
    return 0;
  return !s->lim->keep_relocs || keep_row(s, (mc_reloc){offset, addend, row->type, sym, table, row->cls});
}

static int note_run(mc_scan *s, mc_view v, const reloc_table *t, uint64_t i, uint64_t end, const mc_type_row *row,
                    uint32_t sym)
{
  const uint64_t size = s->word * (t->rela ? 3u : 2u);
  if (!s->lim->keep_relocs)
    end = i + 1;   /* one stands for all */
  for (; i < end; i++) {
    uint64_t at = i * size, offset = mc_ldw(v, at, s->is64, s->big);
    int64_t addend = t->rela ? addend_of(v, at, s->is64, s->big) : 0;
    if (!note_row(s, row, offset, addend, sym, t->table))
      return 0;
  }
  return 1;
}

/* Marks the symbols of the rows from i on that have the type of row i; returns the row after them, or i
 * for a symbol that is not there yet. */
MC_INLINE uint64_t mark_rows(mc_scan *s, mc_view v, uint64_t i, uint64_t n, uint64_t size, const mc_type_row *row,
                             int is64, int big)
{
  uint16_t *used = (uint16_t *)(void *)s->scr->used.p;
  const uint32_t type = row->type, known = s->used_n;
  const uint16_t bit = row->bit;
  for (uint64_t at = i * size + (is64 ? 8 : 4); i < n; i++, at += size) {
    uint32_t sym, next;
    split_info(s, mc_ldw(v, at, is64, big), is64, big, &sym, &next);
    if (next != type || sym - 1 >= known - 1)   /* symbol 0 is for the caller too */
      break;
    used[sym] |= bit;
  }
  return i;
}

MC_INLINE int read_rows(mc_scan *s, mc_view v, const reloc_table *t, int is64, int big)
{
  const uint64_t word = is64 ? 8 : 4, size = word * (t->rela ? 3 : 2), n = v.n / size;
  const int keep = s->lim->keep_relocs;
  uint32_t sym, type;
  for (uint64_t i = 0, end; i < n; i = end) {
    uint64_t info = mc_ldw(v, i * size + word, is64, big);
    split_info(s, info, is64, big, &sym, &type);
    mc_type_row *row = type_row(s, type, t->table);
    if (!row)
      return 0;
    if (sym && row->bit) {
      if (MC_UNLIKELY(sym >= s->used_n) && !more_symbols(s, sym))
        return mc_fail(s, MC_MALFORMED, t->table, t->off + (t->index + i) * size, (int64_t)(t->index + i));
      end = mark_rows(s, v, i, row->special | keep ? i + 1 : n, size, row, is64, big);
      row->with_symbol += end - i;
    } else {
      end = end_of_run(v, i, n, size, word, info, is64, big);
    }
    row->count += end - i;
    if (MC_UNLIKELY(row->special | keep) && !note_run(s, v, t, i, end, row, sym))
      return 0;
  }
  return 1;
}

static int read_part(mc_scan *s, mc_view v, const reloc_table *t)
{
  if (s->is64)
    return s->big ? read_rows(s, v, t, 1, 1) : read_rows(s, v, t, 1, 0);
  return s->big ? read_rows(s, v, t, 0, 1) : read_rows(s, v, t, 0, 0);
}

/* A table is read in parts, and no part is kept. */
static int read_table(mc_scan *s, unsigned addr, unsigned size, uint32_t table, int rela)
{
  uint64_t row = s->word * (rela ? 3u : 2u), left = s->tag[size];
  mc_place p = s->place[addr];
  if (!mc_has_tag(s, addr))
    return 1;
  if (left % row)
    return mc_fail(s, MC_MALFORMED, table, s->tag_at[size], -1);
  if (left > p.avail)
    return mc_fail(s, MC_TRUNCATED, table, p.off, -1);
  if (left > s->lim->reloc_bytes)
    return mc_fail(s, MC_LIMIT, table, left, -1);
  reloc_table t = {table, p.off, 0, rela};
  const uint64_t part = MC_CHUNK / row * row;
  for (uint64_t at = 0; left;) {
    uint64_t n = left < part ? left : part;
    mc_view v = mc_peek(s, p.off + at, n, table);
    if (!v.p || !read_part(s, v, &t))
      return 0;
    at += n;
    left -= n;
    t.index += n / row;
  }
  return 1;
}

static int read_relr(mc_scan *s)
{
  if (!mc_has_tag(s, MC_D_RELR))
    return 1;
  if (s->tag[MC_D_RELRSZ] % s->word)
    return mc_fail(s, MC_MALFORMED, MC_T_RELR, s->tag_at[MC_D_RELRSZ], -1);
  if (s->tag[MC_D_RELRSZ] > s->place[MC_D_RELR].avail)
    return mc_fail(s, MC_TRUNCATED, MC_T_RELR, s->place[MC_D_RELR].off, -1);
  s->im.relr_count = s->tag[MC_D_RELRSZ] / s->word;
  s->im.flags |= MC_F_RELR;
  return 1;
}

/* MIPS: a loader fills the GOT entries of the symbols from DT_MIPS_GOTSYM on as it does a JUMP_SLOT. */
static int read_mips_got(mc_scan *s)
{
  if (s->machine != MC_EM_MIPS || !mc_has_tag(s, MC_D_MIPS_SYMTABNO) || !mc_has_tag(s, MC_D_MIPS_GOTSYM))
    return 1;
  uint64_t first = s->tag[MC_D_MIPS_GOTSYM], end = s->tag[MC_D_MIPS_SYMTABNO];
  if (first > end || end > symbol_cap(s))
    return mc_fail(s, MC_MALFORMED, MC_T_MIPS_GOT, s->tag_at[MC_D_MIPS_GOTSYM], -1);
  if (first == end)
    return 1;
  mc_type_row *row = type_row(s, R_MIPS_JUMP_SLOT, MC_T_MIPS_GOT);
  if (!row || !mc_used_room(s, end))
    return 0;
  row->count += end - first;
  row->with_symbol += end - first;
  for (uint64_t i = first; i < end; i++) {
    ((uint16_t *)(void *)s->scr->used.p)[i] |= row->bit;
    if (!note_row(s, row, 0, 0, (uint32_t)i, MC_T_MIPS_GOT))
      return 0;
  }
  return 1;
}

static void sum_types(mc_scan *s)
{
  uint32_t out = 0;
  for (uint32_t i = 0; i < s->types_n; i++) {
    const mc_type_row *r = &s->scr->types[i];
    if (r->cls == MC_RC_NONE)
      continue;
    out++;
    s->im.relocs += r->count;
    s->im.flags |= r->cls == MC_RC_IRELATIVE ? MC_F_IRELATIVE : r->cls == MC_RC_TPOFF ? MC_F_TPOFF : 0u;
  }
  s->im.reltype_n = out;
}

int mc_read_relocs(mc_scan *s)
{
  if (s->is64 && s->machine == MC_EM_MIPS)
    s->info_layout = MC_INFO_MIPS64;
  if (s->is64 && s->machine == MC_EM_SPARCV9)
    s->info_layout = MC_INFO_SPARC64;
  uint64_t cap = symbol_cap(s);
  if (!mc_used_room(s, s->hash_syms < cap ? s->hash_syms : cap))
    return 0;
  int plt_rela = mc_has_tag(s, MC_D_PLTREL) && s->tag[MC_D_PLTREL] == DT_RELA;
  if (!read_table(s, MC_D_JMPREL, MC_D_PLTRELSZ, MC_T_JMPREL, plt_rela) || !read_table(s, MC_D_REL, MC_D_RELSZ, MC_T_REL, 0)
      || !read_table(s, MC_D_RELA, MC_D_RELASZ, MC_T_RELA, 1) || !read_relr(s) || !read_mips_got(s))
    return 0;
  sum_types(s);
  return 1;
}
