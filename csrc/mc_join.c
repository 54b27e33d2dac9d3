#include "mc_cursor.h"
#include "mc_lookup.h"
#include "mc_table.h"

#include <string.h>

enum { STB_LOCAL = 0, STB_WEAK = 2, STT_TLS = 6, CHUNK = 64, VERSIONS = 0x8000, HIDDEN = 0x8000 };

typedef struct {
  const mc_image *im;
  const mc_join_spec *spec;
  mc_ref *out;
  uint32_t cap, n;
  mc_join_counts c;
  uint64_t steps;                 /* of all lookups so far */
  uint32_t first_hashed;          /* definitions below it are in no hash table */
  int plain_is_libcs;             /* -1 until someone asks */
  int has_owner, has_versions;
  uint8_t owner[VERSIONS / 8];    /* version indices of the libc's own libraries */
  uint8_t foreign[VERSIONS / 8];  /* version indices of other libraries */
} join;

static inline void set(uint8_t *s, uint32_t i) { s[i >> 3] = (uint8_t)(s[i >> 3] | 1u << (i & 7)); }

/* Tables of the image, for the hot loop; the image's own functions decode one row at a call. */
static const mc_verneed *verneeds(const mc_image *im)
{
  return (const mc_verneed *)(const void *)((const char *)im + im->verneed_off);
}

/* Where DT_GNU_HASH begins (its second word, in the file's byte order); DT_HASH holds every symbol. */
static uint32_t first_hashed(const mc_image *im)
{
  if (!im->gnu_hash_off || im->gnu_hash_len < 8) return 0;
  return mc_ld32(mc_part(im, im->gnu_hash_off, 8), 4, im->data == 2);
}

static int is_owner(const mc_join_spec *s, const char *file)
{
  uint32_t row = mc_table_find(s->table, file);
  return row != MC_NO_ROW && mc_bit(s->owner_files, row);
}

static void sort_versions(join *j)
{
  const mc_verneed *v = verneeds(j->im);
  uint32_t file = 0;
  int owner = 0;
  if (!j->im->verneed_n) return;
  memset(j->owner, 0, sizeof j->owner);
  memset(j->foreign, 0, sizeof j->foreign);
  j->has_versions = 1;
  for (uint32_t i = 0; i < j->im->verneed_n; i++) {
    if (!i || v[i].file != file) {
      file = v[i].file;
      owner = is_owner(j->spec, mc_image_str(j->im, file));
    }
    set(owner ? j->owner : j->foreign, v[i].other & 0x7fffu);
    j->has_owner |= owner;
  }
}

static int is_reserved(const char *list, const char *name)
{
  for (size_t n; (n = strlen(list)) != 0; list += n + 1)
    if (!strncmp(name, list, n)) return 1;
  return 0;
}

/* Are unversioned names of the libc's the libc's here?  Not when other libraries are needed
 * and the object was linked against a libc that does, or would, say so itself: a glibc that
 * puts versions on all its names, or another libc. */
static int plain_is_libcs(join *j)
{
  if (j->plain_is_libcs >= 0) return j->plain_is_libcs;
  const uint32_t *needed = (const uint32_t *)(const void *)((const char *)j->im + j->im->needed_off);
  int others = 0, owner = 0, reserved = 0;
  for (uint32_t i = 0; i < j->im->needed_n; i++) {
    const char *name = mc_image_str(j->im, needed[i]);
    if (is_owner(j->spec, name)) owner = 1;
    else if (is_reserved(j->spec->reserved, name)) reserved = 1;
    else others = 1;
  }
  j->plain_is_libcs = !(others && (j->has_owner || (reserved && !owner)));
  return j->plain_is_libcs;
}

static int acceptable(const mc_sym *s, uint32_t ok_types, uint32_t ok_binds)
{
  return s->shndx && (s->value || s->type == STT_TLS) && mc_of_kinds(s->type, s->bind, ok_types, ok_binds);
}

static uint32_t find(join *j, const mc_image *im, const char *name)
{
  mc_hashes h = mc_hashes_of(name);
  mc_walk walk = {0, 0};
  uint32_t i = mc_lookup(im, name, &h, &walk);
  j->steps += walk.steps;
  return i;
}

/* Is the symbol that the image's own hash gives for this name one that a loader accepts? */
static int hash_gives(join *j, const mc_image *im, const char *name)
{
  const mc_join_spec *s = j->spec;
  mc_sym found;
  uint32_t i = find(j, im, name);
  return i && mc_image_syms(im, i, 1, &found) && acceptable(&found, s->ok_types, s->ok_binds);
}

static void give(join *j, const mc_sym *s, uint32_t i, uint32_t row, uint32_t flags)
{
  mc_ref *r = &j->out[j->n];
  if (j->n++ >= j->cap) return;
  r->sym = i;
  r->row = row;
  r->used = s->used;
  r->file = MC_NO_ROW;
  r->name = s->name;
  r->bind = s->bind;
  r->type = s->type;
  r->flags = (uint16_t)flags;
  const mc_verneed *v = verneeds(j->im);
  for (uint32_t k = 0; s->version > 1 && k < j->im->verneed_n; k++)
    if ((v[k].other & 0x7fffu) == s->version) {
      r->file = k;
      return;
    }
}

typedef struct {
  uint32_t row, flags;
  int open;   /* nobody satisfies it: it is missing, unless it is weak */
} settled;

/* The object does not satisfy this reference itself: who should? */
static inline settled settle(join *j, const char *name, uint32_t version, uint32_t flags)
{
  const mc_join_spec *spec = j->spec;
  settled no = {MC_NO_ROW, flags, 0};
  int versioned = version > 1 && j->has_versions;
  int libcs = versioned && mc_bit(j->owner, version);
  if (versioned && !libcs && !(flags & MC_REF_OWN) && mc_bit(j->foreign, version)) {
    j->c.others++;
    return no;
  }
  uint32_t row = mc_table_find(spec->table, name);
  if (row == MC_NO_ROW ? spec->libc && hash_gives(j, spec->libc, name) : mc_bit(spec->provided, row)) {
    j->c.libc++;
    return no;
  }
  if (row != MC_NO_ROW && spec->fallback && mc_bit(spec->fallback, row)) {
    j->c.fallback++;
    return no;
  }
  if (!libcs && !(flags & MC_REF_OWN)) {
    if (row == MC_NO_ROW || !mc_bit(spec->known, row) || !plain_is_libcs(j)) {
      j->c.others++;
      return no;
    }
    flags |= MC_REF_UNVERSIONED;
  }
  return (settled){row, flags, 1};
}

static void count_open(join *j, const mc_sym *s, uint32_t i, settled a)
{
  int weak = !s->shndx && s->bind == STB_WEAK;
  *(weak ? &j->c.weak : &j->c.missing) += 1;
  if (!weak || j->spec->flags & MC_JOIN_WEAK) give(j, s, i, a.row, a.flags);
}

static void refer(join *j, const mc_sym *s, uint32_t i, const char *name, uint32_t flags)
{
  settled a = settle(j, name, s->version, flags);
  if (a.open) count_open(j, s, i, a);
}

static void judge(join *j, const mc_sym *s, uint32_t i)
{
  const mc_join_spec *spec = j->spec;
  const char *name;
  if (!s->used || s->bind == STB_LOCAL || !*(name = mc_image_str(j->im, s->name))) return;
  if (s->used & 1u << MC_RC_COPY) {
    refer(j, s, i, name, MC_REF_COPY);
  } else if (!s->shndx) {
    /* the address of a PLT entry, in a program that is not position independent */
    if (s->value && (spec->flags & MC_JOIN_UNDEF_VALUE) && s->type != STT_TLS &&
        !(s->used & 1u << MC_RC_JUMP_SLOT) && find(j, j->im, name) == i)
      j->c.own++;
    else
      refer(j, s, i, name, 0);
  } else if ((!s->hidden && i >= j->first_hashed && acceptable(s, spec->ok_types, spec->ok_binds)) ||
             hash_gives(j, j->im, name)) {
    j->c.own++;
  } else {
    refer(j, s, i, name, MC_REF_OWN);
  }
}

/* One symbol that a relocation uses.  Nearly all are a name that somebody else defines, or a plain definition:
 * for those the row is looked at where it lies, and nothing of it is decoded that does not matter. */
MC_INLINE void judge_raw(join *j, mc_view syms, mc_view versym, uint32_t i, uint32_t used, int is64, int big)
{
  mc_sym s;
  uint64_t row = (uint64_t)i * (is64 ? MC_SYM64 : MC_SYM32);
  uint32_t bind = mc_sym_info(syms, row, is64) >> 4, type = mc_sym_info(syms, row, is64) & 15;
  uint32_t version = versym.p ? mc_ld16(versym, (uint64_t)i * 2, big) : 1;
  uint64_t value = mc_ldw(syms, row + (is64 ? 8 : 4), is64, big);
  uint32_t name = mc_sym_name(syms, row, big);
  int defined = mc_sym_shndx(syms, row, is64, big) != 0;
  if (bind != STB_LOCAL && name && name < j->im->str_len && !(used & 1u << MC_RC_COPY)) {
    if (!defined && !value) {
      settled a = settle(j, (const char *)j->im + j->im->str_off + name, version & ~(uint32_t)HIDDEN, 0);
      if (a.open && mc_image_syms(j->im, i, 1, &s)) count_open(j, &s, i, a);
      return;
    }
    if (defined && value && !(version & HIDDEN) && i >= j->first_hashed
        && mc_of_kinds(type, bind, j->spec->ok_types, j->spec->ok_binds)) {
      j->c.own++;
      return;
    }
  }
  if (mc_image_syms(j->im, i, 1, &s)) judge(j, &s, i);
}

MC_INLINE int walk(join *j, int is64, int big)
{
  const mc_image *im = j->im;
  const uint16_t *used = (const uint16_t *)(const void *)((const char *)im + im->used_off);
  mc_view syms = mc_part(im, im->sym_off, (uint64_t)im->sym_n * (is64 ? MC_SYM64 : MC_SYM32));
  mc_view versym = mc_part(im, im->versym_off, (uint64_t)im->sym_n * 2);
  if (!im->used_off) return 1;
  for (uint32_t i = 1; i < im->sym_n; i++) {
    i = mc_skip_unused(used, i, im->sym_n);
    if (i == im->sym_n) break;
    judge_raw(j, syms, versym, i, used[i], is64, big);
    if (MC_UNLIKELY(j->steps > MC_WALK_MAX)) return 0;
  }
  return 1;
}

static int walk_image(join *j)
{
  if (j->im->elf_class == 64) return j->im->data == 2 ? walk(j, 1, 1) : walk(j, 1, 0);
  return j->im->data == 2 ? walk(j, 0, 1) : walk(j, 0, 0);
}

uint32_t mc_join(const mc_image *im, const mc_join_spec *spec, mc_ref *out, uint32_t cap, mc_join_counts *counts)
{
  join j;
  j.im = im;
  j.spec = spec;
  j.out = out;
  j.cap = cap;
  j.n = 0;
  j.steps = 0;
  memset(&j.c, 0, sizeof j.c);
  j.first_hashed = first_hashed(im);
  j.plain_is_libcs = -1;
  j.has_owner = j.has_versions = 0;
  sort_versions(&j);
  if (!walk_image(&j)) return MC_GAVE_UP;
  if (counts) *counts = j.c;
  return j.n;
}

uint32_t mc_table_mark(const mc_table *t, const mc_image *im, uint32_t ok_types, uint32_t ok_binds, uint8_t *plane)
{
  mc_sym syms[CHUNK];
  uint32_t without = 0;
  for (uint32_t first = 1; first < im->sym_n; first += CHUNK) {
    uint32_t n = mc_image_syms(im, first, CHUNK, syms);
    for (uint32_t k = 0; k < n; k++) {
      if (syms[k].hidden || !acceptable(&syms[k], ok_types, ok_binds)) continue;
      uint32_t row = mc_table_find(t, mc_image_str(im, syms[k].name));
      if (row == MC_NO_ROW) without++;
      else set(plane, row);
    }
    if (first > UINT32_MAX - CHUNK) break;
  }
  return without;
}
