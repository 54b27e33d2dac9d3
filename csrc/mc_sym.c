/* mc_sym.c - how many dynamic symbols there are, and what of them a start would trip over. */
#include "mc_scan.h"

enum { STT_GNU_IFUNC = 10 };

static int count_symbols(mc_scan *s, uint64_t n)
{
  if (n > s->lim->symbols)
    return mc_fail(s, MC_LIMIT, MC_T_SYMTAB, n, -1);
  if (n > s->hash_syms)
    s->hash_syms = (uint32_t)n;
  return 1;
}

/* A table of the segment: too long for it is an error of its own. */
static mc_view keep_table(mc_scan *s, unsigned tag, uint64_t len, uint32_t table)
{
  mc_view none = {NULL, 0};
  if (len > s->place[tag].avail) {
    mc_fail(s, MC_TRUNCATED, table, s->place[tag].off, -1);
    return none;
  }
  return mc_keep(s, s->place[tag].off, len, table);
}

/* DT_HASH: nbucket, nchain, buckets, chains.  nchain is the number of symbols. */
static int read_hash(mc_scan *s)
{
  uint64_t w = mc_hash_word(s->im.machine, s->is64);
  mc_view h = keep_table(s, MC_D_HASH, 2 * w, MC_T_HASH);
  if (!h.p)
    return 0;
  uint64_t nbucket = mc_ldw(h, 0, w == 8, s->big), nchain = mc_ldw(h, w, w == 8, s->big), rows;
  if (!mc_add(nbucket, nchain, &rows) || rows > s->place[MC_D_HASH].avail / w - 2)
    return mc_fail(s, MC_TRUNCATED, MC_T_HASH, s->place[MC_D_HASH].off, -1);
  s->hash = keep_table(s, MC_D_HASH, (2 + rows) * w, MC_T_HASH);
  return s->hash.p && count_symbols(s, nchain);
}

/* The last symbol of the chain that starts at symbol `at`; chain words end with bit 0 set. */
static int end_of_chain(mc_scan *s, uint64_t chains, uint64_t first, uint64_t at, uint64_t *last)
{
  mc_place p = s->place[MC_D_GNU_HASH];
  for (uint64_t i = at - first;; i++) {
    uint64_t word = chains + 4 * i;
    if (first + i >= s->lim->symbols)
      return mc_fail(s, MC_LIMIT, MC_T_SYMTAB, first + i + 1, -1);
    if (word + 4 > p.avail)
      return mc_fail(s, MC_TRUNCATED, MC_T_GNU_HASH, p.off, (int64_t)i);
    mc_view v = mc_peek(s, p.off + word, 4, MC_T_GNU_HASH);
    if (!v.p)
      return 0;
    if (mc_ld32(v, 0, s->big) & 1) {
      *last = first + i;
      return 1;
    }
  }
}

/* DT_GNU_HASH: nbuckets, first symbol, bloom words, shift; bloom filter; buckets; chains.
 * The count is the end of the chain that starts last.  An empty table says nothing of it. */
static int read_gnu_hash(mc_scan *s)
{
  uint64_t off = s->place[MC_D_GNU_HASH].off, top = 0, last = 0;
  mc_view h = keep_table(s, MC_D_GNU_HASH, 16, MC_T_GNU_HASH);
  if (!h.p)
    return 0;
  uint64_t nbuckets = mc_ld32(h, 0, s->big), first = mc_ld32(h, 4, s->big), bloom = mc_ld32(h, 8, s->big);
  uint64_t buckets = 16 + bloom * s->word, chains = buckets + nbuckets * 4;
  if (nbuckets && !bloom)
    return mc_fail(s, MC_MALFORMED, MC_T_GNU_HASH, off + 8, -1);
  h = keep_table(s, MC_D_GNU_HASH, chains, MC_T_GNU_HASH);
  if (!h.p)
    return 0;
  for (uint64_t i = 0; i < nbuckets; i++) {
    uint32_t b = mc_ld32(h, buckets + 4 * i, s->big);
    if (b && b < first)
      return mc_fail(s, MC_MALFORMED, MC_T_GNU_HASH, off + buckets + 4 * i, (int64_t)i);
    top = b > top ? b : top;
  }
  if (top) {
    if (!end_of_chain(s, chains, first, top, &last) || !count_symbols(s, last + 1))
      return 0;
    chains += 4 * (last + 1 - first);
  }
  s->gnu_hash = keep_table(s, MC_D_GNU_HASH, chains, MC_T_GNU_HASH);
  return s->gnu_hash.p != NULL;
}

int mc_read_hashes(mc_scan *s)
{
  if (mc_has_tag(s, MC_D_HASH) && !read_hash(s))
    return 0;
  if (mc_has_tag(s, MC_D_GNU_HASH) && !read_gnu_hash(s))
    return 0;
  return !mc_has_tag(s, MC_D_MIPS_SYMTABNO) || count_symbols(s, s->tag[MC_D_MIPS_SYMTABNO]);
}

/* No table gives the count: rows up to the next table, as long as they look like symbols. */
static int guess_count(mc_scan *s, uint64_t *n)
{
  mc_place p = s->place[MC_D_SYMTAB];
  uint64_t rows = (s->sym_bound - p.off) / s->sym_size, i = 0;
  if (rows > s->lim->symbols)
    rows = s->lim->symbols;
  for (; i < rows; i++) {
    mc_view v = mc_peek(s, p.off + i * s->sym_size, s->sym_size, MC_T_SYMTAB);
    if (!v.p)
      return 0;
    if (mc_sym_name(v, 0, s->big) >= s->text_end)
      break;
    if (i == 0 && (mc_sym_name(v, 0, s->big) || mc_sym_info(v, 0, s->is64)))
      break;   /* row 0 is the null symbol */
  }
  *n = i;
  return 1;
}

MC_INLINE int check_rows(mc_scan *s, mc_view v, uint32_t n, const uint16_t *used, int is64, int big)
{
  uint64_t size = is64 ? MC_SYM64 : MC_SYM32;
  uint32_t ifunc = 0;
  for (uint32_t i = mc_skip_unused(used, 0, n); i < n; i = mc_skip_unused(used, i + 1, n))
    if (MC_UNLIKELY(mc_sym_name(v, i * size, big) >= s->text_end))
      return mc_fail(s, MC_MALFORMED, MC_T_SYMTAB, s->place[MC_D_SYMTAB].off + i * size, i);
  for (uint64_t row = 0; row < n * size; row += size)
    if (MC_UNLIKELY((mc_sym_info(v, row, is64) & 15) == STT_GNU_IFUNC) && mc_sym_shndx(v, row, is64, big))
      ifunc = MC_F_IFUNC_DEF;
  s->im.flags |= ifunc;
  return 1;
}

static int check_symbols(mc_scan *s)
{
  const uint16_t *used = (const uint16_t *)(const void *)s->scr->used.p;
  uint32_t n = s->im.sym_n;
  if (s->is64)
    return s->big ? check_rows(s, s->sym, n, used, 1, 1) : check_rows(s, s->sym, n, used, 1, 0);
  return s->big ? check_rows(s, s->sym, n, used, 0, 1) : check_rows(s, s->sym, n, used, 0, 0);
}

/* At least as many as the relocations use. */
static uint64_t count_used(const mc_scan *s, uint64_t n)
{
  const uint16_t *used = (const uint16_t *)(const void *)s->scr->used.p;
  uint64_t last = s->used_n;
  while (last > n && !used[last - 1])
    last--;
  return last > n ? last : n;
}

/* After the relocations: they tell which symbols matter, and sometimes how many there are. */
int mc_read_symbols(mc_scan *s)
{
  uint64_t n = s->hash_syms;
  if (!mc_has_tag(s, MC_D_SYMTAB))
    return 1;
  if (n == 0 && !mc_has_tag(s, MC_D_HASH) && !guess_count(s, &n))
    return 0;
  n = count_used(s, n);
  if (!mc_used_room(s, n))
    return 0;
  s->sym = keep_table(s, MC_D_SYMTAB, n * s->sym_size, MC_T_SYMTAB);
  if (!s->sym.p)
    return 0;
  s->im.sym_n = (uint32_t)n;
  if (mc_has_tag(s, MC_D_VERSYM)) {
    s->versym = keep_table(s, MC_D_VERSYM, n * 2, MC_T_VERSYM);
    if (!s->versym.p)
      return 0;
  }
  return check_symbols(s);
}
