/* The hash tables are in the block as the file has them; the scan made sure that DT_GNU_HASH holds its
 * buckets and the chain that starts last, and DT_HASH its buckets and chains. */
#include "mc_lookup.h"

enum { HIDDEN = 0x8000 };

/* What a lookup needs of an image, read once. */
typedef struct {
  const mc_image *im;
  mc_view syms, versym;
  uint64_t sym_size;
  int is64, big;
} tables;

static tables tables_of(const mc_image *im)
{
  tables t = {.im = im, .is64 = im->elf_class == 64, .big = im->data == 2};
  t.sym_size = t.is64 ? MC_SYM64 : MC_SYM32;
  t.syms = mc_part(im, im->sym_off, im->sym_n * t.sym_size);
  t.versym = mc_part(im, im->versym_off, (uint64_t)im->sym_n * 2);
  return t;
}

mc_hashes mc_hashes_of(const char *name)
{
  mc_hashes h = {5381, 0};
  for (const char *c = name; *c; c++) {
    h.gnu = 33 * h.gnu + (unsigned char)*c;
    h.sysv = 16 * h.sysv + (unsigned char)*c;
    h.sysv ^= h.sysv >> 24 & 0xf0;
  }
  h.sysv &= 0xfffffff;
  return h;
}

static int same_name(const tables *t, uint32_t i, const char *name)
{
  return !strcmp(mc_image_str(t->im, mc_sym_name(t->syms, i * t->sym_size, t->big)), name);
}

/* A symbol of the right name: is it the candidate? */
static int takes(const tables *t, uint32_t i, mc_walk *walk)
{
  if (!t->versym.p || !(mc_ld16(t->versym, (uint64_t)i * 2, t->big) & HIDDEN)) return 1;
  if (mc_sym_shndx(t->syms, i * t->sym_size, t->is64, t->big)) walk->hidden = 1;
  return 0;
}

/* DT_HASH: nbucket, nchain, buckets, chains.
 * A chain that does not end is left after as many steps as there are symbols. */
static uint32_t sysv_find(const tables *t, const char *name, uint32_t hash, mc_walk *walk)
{
  uint64_t w = mc_hash_word(t->im->machine, t->is64);
  int wide = w == 8;
  mc_view h = mc_part(t->im, t->im->hash_off, t->im->hash_len);
  uint64_t nbucket = mc_ldw(h, 0, wide, t->big), nchain = mc_ldw(h, w, wide, t->big);
  if (!nbucket) return 0;
  uint64_t i = mc_ldw(h, (2 + hash % nbucket) * w, wide, t->big);
  for (uint64_t steps = 0; i && i < nchain && i < t->im->sym_n && steps < nchain; steps++) {
    walk->steps++;
    if (same_name(t, (uint32_t)i, name) && takes(t, (uint32_t)i, walk)) return (uint32_t)i;
    i = mc_ldw(h, (2 + nbucket + i) * w, wide, t->big);
  }
  return 0;
}

static int in_bloom(mc_view h, uint32_t hash, int is64, int big)
{
  uint32_t words = mc_ld32(h, 8, big), shift = mc_ld32(h, 12, big), bits = is64 ? 64 : 32;
  uint64_t at = 16 + (uint64_t)(hash / bits & (words - 1)) * (bits / 8);
  uint64_t word = mc_ldw(h, at, is64, big);
  return (int)(word >> (hash % bits) & word >> ((hash >> (shift & 31)) % bits) & 1);
}

/* DT_GNU_HASH: nbuckets, first symbol, bloom words, shift; bloom filter; buckets; chains. */
static uint32_t gnu_find(const tables *t, const char *name, uint32_t hash, mc_walk *walk)
{
  mc_view h = mc_part(t->im, t->im->gnu_hash_off, t->im->gnu_hash_len);
  uint64_t nbuckets = mc_ld32(h, 0, t->big), first = mc_ld32(h, 4, t->big), bloom = mc_ld32(h, 8, t->big);
  uint64_t buckets = 16 + bloom * (t->is64 ? 8 : 4), chains = buckets + 4 * nbuckets;
  if (!nbuckets || !in_bloom(h, hash, t->is64, t->big)) return 0;
  uint64_t i = mc_ld32(h, buckets + 4 * (hash % nbuckets), t->big);
  if (!i) return 0;
  for (; i < t->im->sym_n && mc_fits(h.n, chains + 4 * (i - first), 4); i++) {
    uint32_t word = mc_ld32(h, chains + 4 * (i - first), t->big);
    walk->steps++;
    if ((word | 1) == (hash | 1) && same_name(t, (uint32_t)i, name) && takes(t, (uint32_t)i, walk)) return (uint32_t)i;
    if (word & 1) break;
  }
  return 0;
}

uint32_t mc_lookup(const mc_image *im, const char *name, const mc_hashes *h, mc_walk *walk)
{
  if (!im->sym_n) return 0;
  tables t = tables_of(im);
  if (im->gnu_hash_off) return gnu_find(&t, name, h->gnu, walk);
  return im->hash_off ? sysv_find(&t, name, h->sysv, walk) : 0;
}

uint32_t mc_image_find(const mc_image *im, const char *name)
{
  mc_hashes h = mc_hashes_of(name);
  mc_walk walk = {0, 0};
  return mc_lookup(im, name, &h, &walk);
}

uint32_t mc_image_find_all(const mc_image *im, const char *name, uint32_t *out, uint32_t cap)
{
  uint32_t found = 0;
  tables t = tables_of(im);
  for (uint32_t i = 1; i < im->sym_n && found < cap; i++)
    if (same_name(&t, i, name)) out[found++] = i;
  return found;
}

uint32_t mc_image_wants(const mc_image *im, const char *names, uint32_t n)
{
  tables t = tables_of(im);
  unsigned char first[256] = {0};
  const char *name = names;
  for (uint32_t k = 0; k < n; k++, name += strlen(name) + 1) first[(unsigned char)*name] = 1;
  for (uint32_t i = 1; i < im->sym_n; i++) {
    if (mc_sym_shndx(t.syms, i * t.sym_size, t.is64, t.big)) continue;
    const char *own = mc_image_str(im, mc_sym_name(t.syms, i * t.sym_size, t.big));
    if (!first[(unsigned char)*own]) continue;
    name = names;
    for (uint32_t k = 0; k < n; k++, name += strlen(name) + 1)
      if (!strcmp(own, name)) return i;
  }
  return 0;
}

uint32_t mc_next_used(const mc_image *im, uint32_t i, uint32_t most, uint32_t *run)
{
  const uint16_t *used = (const uint16_t *)(const void *)((const char *)im + im->used_off);
  uint32_t n = im->used_off ? im->sym_n : 0, end;
  *run = 0;
  if (i >= n) return i;
  i = mc_skip_unused(used, i, n);
  for (end = i; end < n && end - i < most && used[end]; end++) continue;
  *run = end - i;
  return i;
}
