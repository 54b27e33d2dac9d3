/* mc_image.c - the finished block, and the functions that read it.
 *
 * Symbols, versions and hash tables stay in the block as the file has them, and are decoded when asked for. */
#include <stdlib.h>

#include "mc_lookup.h"
#include "mc_scan.h"

/* Where the next table of the block goes. */
static uint32_t place_table(uint64_t *total, uint64_t bytes)
{
  uint64_t at = *total;
  *total = (at + bytes + 7) & ~(uint64_t)7;
  return bytes ? (uint32_t)at : 0;
}

/* A table that the file has is in the block already when it lies in the span. */
static uint32_t place_view(const mc_scan *s, uint64_t *total, mc_view v)
{
  uint64_t at;
  if (mc_inside(s->span.block, s->span.at, s->span.len, v, &at))
    return v.n ? (uint32_t)at : 0;
  return place_table(total, v.n);
}

/* The end of what is to stay of the span: after it may be relocations, which are done with. */
static uint64_t end_of_span(const mc_scan *s)
{
  const mc_view views[] = {s->interp, s->str, s->sym, s->versym, s->gnu_hash, s->hash};
  uint64_t end = sizeof(mc_image), at;
  for (size_t i = 0; i < sizeof views / sizeof *views; i++)
    if (mc_inside(s->span.block, s->span.at, s->span.len, views[i], &at) && at + views[i].n + 1 > end)
      end = at + views[i].n + 1;   /* and the NUL of PT_INTERP */
  return (end + 7) & ~(uint64_t)7;
}

/* The string table is left where it is when its last string ends; else it is copied, and a NUL set. */
static int ends_well(const mc_scan *s)
{
  uint64_t at;
  return s->str.n && s->text_end == s->str.n && mc_inside(s->span.block, s->span.at, s->span.len, s->str, &at);
}

static uint64_t lay_out(mc_scan *s)
{
  mc_image *im = &s->im;
  uint64_t total = end_of_span(s);
  im->interp_len = (uint32_t)s->interp.n;
  im->interp_off = place_table(&total, s->interp.p ? s->interp.n + 1 : 0);
  im->str_len = (uint32_t)s->str.n + !ends_well(s);
  im->str_off = ends_well(s) ? place_view(s, &total, s->str) : place_table(&total, s->str.n + 1);
  im->sym_off = place_view(s, &total, s->sym);
  im->versym_off = place_view(s, &total, s->versym);
  im->gnu_hash_off = place_view(s, &total, s->gnu_hash);
  im->gnu_hash_len = (uint32_t)s->gnu_hash.n;
  im->hash_off = place_view(s, &total, s->hash);
  im->hash_len = (uint32_t)s->hash.n;
  im->needed_off = place_table(&total, s->needed_n * sizeof(uint32_t));
  im->needed_n = s->needed_n;
  im->used_off = place_table(&total, im->sym_n * sizeof(uint16_t));
  im->verneed_off = place_table(&total, s->verneed_n * sizeof(mc_verneed));
  im->verneed_n = s->verneed_n;
  im->verdef_off = place_table(&total, s->verdef_n * sizeof(mc_verdef));
  im->verdef_n = s->verdef_n;
  im->reltype_off = place_table(&total, im->reltype_n * sizeof(mc_reltype));
  im->odd_off = place_table(&total, s->odd_n * sizeof(mc_odd));
  im->odd_n = s->odd_n;
  im->reloc_off = place_table(&total, s->kept_n * sizeof(mc_reloc));
  im->reloc_n = (uint32_t)s->kept_n;
  im->build_id_off = place_table(&total, s->build_id_len);
  im->build_id_len = s->build_id_len;
  return total;
}

/* The bytes after a table are zero: the same file always gives the same block. */
static void pad(mc_image *im, uint32_t off, uint64_t bytes)
{
  if (off)
    memset((uint8_t *)im + off + bytes, 0, -bytes & 7);
}

static void put(mc_image *im, uint32_t off, const void *from, uint64_t bytes)
{
  if (bytes)
    memcpy((uint8_t *)im + off, from, bytes);
  pad(im, off, bytes);
}

static void put_types(mc_image *im, const mc_scan *s)
{
  mc_reltype *out = (mc_reltype *)(void *)((uint8_t *)im + im->reltype_off);
  for (uint32_t i = 0; i < s->types_n; i++) {
    const mc_type_row *r = &s->scr->types[i];
    if (r->cls != MC_RC_NONE)
      *out++ = (mc_reltype){r->type, r->cls, r->count, r->with_symbol};
  }
}

/* A table of the file that is not in its place already. */
static void put_view(mc_image *im, const mc_scan *s, uint32_t off, mc_view v)
{
  uint64_t at;
  if (!mc_inside((uint8_t *)im, s->span.at, s->span.len, v, &at))
    put(im, off, v.p, v.n);
}

static void put_strings(mc_image *im, const mc_scan *s)
{
  const mc_entry *needed = (const mc_entry *)(const void *)s->scr->needed.p;
  uint32_t *out = (uint32_t *)(void *)((uint8_t *)im + im->needed_off);
  for (uint32_t i = 0; i < s->needed_n; i++)
    out[i] = (uint32_t)needed[i].value;
  pad(im, im->needed_off, im->needed_n * sizeof *out);
  if (im->interp_off)
    put(im, im->interp_off, s->interp.p, s->interp.n + 1);   /* its NUL too */
  if (ends_well(s))
    return;
  put(im, im->str_off, s->str.p, s->str.n);
  ((char *)im)[im->str_off + s->str.n] = 0;
  pad(im, im->str_off, s->str.n + 1);
}

static void put_tables(mc_image *im, const mc_scan *s)
{
  put_view(im, s, im->sym_off, s->sym);
  put_view(im, s, im->versym_off, s->versym);
  put_view(im, s, im->gnu_hash_off, s->gnu_hash);
  put_view(im, s, im->hash_off, s->hash);
  put(im, im->used_off, s->scr->used.p, im->sym_n * sizeof(uint16_t));
  put(im, im->verneed_off, s->scr->verneed.p, s->verneed_n * sizeof(mc_verneed));
  put(im, im->verdef_off, s->scr->verdef.p, s->verdef_n * sizeof(mc_verdef));
  put_types(im, s);
  put(im, im->odd_off, s->scr->odd.p, s->odd_n * sizeof(mc_odd));
  put(im, im->reloc_off, s->scr->relocs.p, s->kept_n * sizeof(mc_reloc));
  put(im, im->build_id_off, s->build_id, s->build_id_len);
}

/* The block that holds the span, with room for `total` bytes.  The views into it move with it. */
static int make_room(mc_scan *s, uint64_t total)
{
  mc_view *views[] = {&s->interp, &s->str, &s->sym, &s->versym, &s->gnu_hash, &s->hash};
  uint64_t at[6];
  int moves[6];
  if (s->span.block && total <= s->span.cap)
    return 1;
  for (int i = 0; i < 6; i++)
    moves[i] = mc_inside(s->span.block, s->span.at, s->span.len, *views[i], &at[i]);
  uint8_t *block = realloc(s->span.block, total);
  if (!block)
    return mc_fail(s, MC_NOMEM, MC_T_FILE, total, -1);
  s->span.block = block;
  s->span.cap = total;
  for (int i = 0; i < 6; i++)
    if (moves[i])
      views[i]->p = block + at[i];
  return 1;
}

/* One block of exactly the size that is needed. */
mc_image *mc_build_image(mc_scan *s)
{
  uint64_t total = lay_out(s);
  s->im.abi = MC_IMAGE_ABI;
  if (total > s->lim->block_bytes || total > UINT32_MAX) {
    mc_fail(s, MC_LIMIT, MC_T_FILE, total, -1);
    return NULL;
  }
  s->im.total = total;
  if (!make_room(s, total))
    return NULL;
  mc_image *im = (mc_image *)(void *)s->span.block;
  memcpy(im, &s->im, sizeof *im);
  put_strings(im, s);
  put_tables(im, s);
  mc_image *exact = realloc(im, total);
  return exact ? exact : im;
}

void mc_image_free(mc_image *im)
{
  free(im);
}

const char *mc_image_str(const mc_image *im, uint32_t off)
{
  return off < im->str_len ? (const char *)im + im->str_off + off : "";
}

static mc_view symbols(const mc_image *im)
{
  return mc_part(im, im->sym_off, (uint64_t)im->sym_n * (im->elf_class == 64 ? MC_SYM64 : MC_SYM32));
}

MC_INLINE uint32_t decode(const mc_image *im, uint32_t first, uint32_t n, mc_sym *out, int is64, int big)
{
  const uint16_t *used = (const uint16_t *)(const void *)((const uint8_t *)im + im->used_off);
  mc_view v = symbols(im), versions = mc_part(im, im->versym_off, (uint64_t)im->sym_n * 2);
  for (uint32_t i = 0; i < n; i++, out++) {
    uint64_t row = (uint64_t)(first + i) * (is64 ? MC_SYM64 : MC_SYM32);
    uint8_t info = mc_sym_info(v, row, is64);
    uint16_t version = versions.p ? mc_ld16(versions, (uint64_t)(first + i) * 2, big) : 1;
    out->value = mc_ldw(v, row + (is64 ? 8 : 4), is64, big);
    out->size = mc_ldw(v, row + (is64 ? 16 : 8), is64, big);
    out->name = mc_sym_name(v, row, big);
    out->used = used[first + i];
    out->shndx = mc_sym_shndx(v, row, is64, big);
    out->version = version & 0x7fff;
    out->bind = info >> 4;
    out->type = info & 15;
    out->visibility = mc_sym_other(v, row, is64) & 3;
    out->hidden = (uint8_t)(version >> 15);
  }
  return n;
}

uint32_t mc_image_syms(const mc_image *im, uint32_t first, uint32_t n, mc_sym *out)
{
  if (first >= im->sym_n)
    return 0;
  if (n > im->sym_n - first)
    n = im->sym_n - first;
  if (im->elf_class == 64)
    return im->data == 2 ? decode(im, first, n, out, 1, 1) : decode(im, first, n, out, 1, 0);
  return im->data == 2 ? decode(im, first, n, out, 0, 1) : decode(im, first, n, out, 0, 0);
}

uint32_t mc_image_refs(const mc_image *im, uint32_t *out, uint32_t cap)
{
  mc_sym rows[64];
  uint32_t first = 0, found = 0, n;

  while ((n = mc_image_syms(im, first, 64, rows)) != 0) {
    for (uint32_t i = 0; i < n; i++) {
      if (rows[i].shndx || !rows[i].used)
        continue;
      if (found < cap)
        out[found] = first + i;
      found++;
    }
    first += n;
  }
  return found;
}
