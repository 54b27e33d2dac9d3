/* mc_version.c - DT_VERNEED and DT_VERDEF: chains of records whose links are byte distances.
 *
 * The links are unsigned, so a chain only goes forward; one that does not step over a whole record,
 * or more records than the segment has room for, is malformed. */
#include "mc_scan.h"

enum { VERNEED_BYTES = 16, VERNAUX_BYTES = 16, VERDEF_BYTES = 20, VERDAUX_BYTES = 8 };

typedef struct {
  unsigned tag;
  uint32_t table;
  uint64_t room;    /* rows that can still come */
} chain;

/* The record at byte `at` of the table. */
static mc_view record(mc_scan *s, const chain *c, uint64_t at, uint64_t bytes, int64_t index)
{
  mc_view none = {NULL, 0};
  mc_place p = s->place[c->tag];
  if (!mc_fits(p.avail, at, bytes)) {
    mc_fail(s, MC_TRUNCATED, c->table, p.off, index);
    return none;
  }
  return mc_peek(s, p.off + at, bytes, c->table);
}

static int bad(mc_scan *s, const chain *c, uint64_t at, int64_t index)
{
  return mc_fail(s, MC_MALFORMED, c->table, s->place[c->tag].off + at, index);
}

static int step(mc_scan *s, const chain *c, uint64_t *at, uint32_t link, uint32_t bytes, int64_t index)
{
  if (link < bytes)
    return bad(s, c, *at, index);
  *at += link;
  return 1;
}

static int take_vernaux(mc_scan *s, chain *c, uint64_t at, uint32_t file, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    mc_view v = record(s, c, at, VERNAUX_BYTES, s->verneed_n);
    if (!v.p)
      return 0;
    mc_verneed row = {file, mc_ld32(v, 8, s->big), mc_ld32(v, 0, s->big), mc_ld16(v, 4, s->big), mc_ld16(v, 6, s->big)};
    uint32_t link = mc_ld32(v, 12, s->big);
    if (row.name >= s->text_end || !c->room--)
      return bad(s, c, at, s->verneed_n);
    uint64_t have = s->verneed_n * sizeof row;
    if (!mc_room(s, &s->scr->verneed, have + sizeof row, have))
      return 0;
    ((mc_verneed *)(void *)s->scr->verneed.p)[s->verneed_n++] = row;
    if (!link)
      return 1;
    if (!step(s, c, &at, link, VERNAUX_BYTES, s->verneed_n))
      return 0;
  }
  return 1;
}

static int read_verneed(mc_scan *s)
{
  chain c = {MC_D_VERNEED, MC_T_VERNEED, s->place[MC_D_VERNEED].avail / VERNAUX_BYTES};
  uint64_t at = 0;
  for (uint64_t i = 0; i < s->tag[MC_D_VERNEEDNUM]; i++) {
    mc_view v = record(s, &c, at, VERNEED_BYTES, (int64_t)i);
    if (!v.p)
      return 0;
    uint32_t n = mc_ld16(v, 2, s->big), file = mc_ld32(v, 4, s->big), aux = mc_ld32(v, 8, s->big);
    uint32_t link = mc_ld32(v, 12, s->big);
    if (mc_ld16(v, 0, s->big) != 1 || file >= s->text_end)
      return bad(s, &c, at, (int64_t)i);
    if (n && !take_vernaux(s, &c, at + aux, file, n))
      return 0;
    if (!link)
      return 1;
    if (!step(s, &c, &at, link, VERNEED_BYTES, (int64_t)i))
      return 0;
  }
  return 1;
}

/* The first Verdaux of a Verdef is its name; those after it are its parents. */
static int read_verdef(mc_scan *s)
{
  chain c = {MC_D_VERDEF, MC_T_VERDEF, s->place[MC_D_VERDEF].avail / VERDEF_BYTES};
  uint64_t at = 0;
  for (uint64_t i = 0; i < s->tag[MC_D_VERDEFNUM]; i++) {
    mc_view v = record(s, &c, at, VERDEF_BYTES, (int64_t)i);
    if (!v.p)
      return 0;
    mc_verdef row = {0, mc_ld32(v, 8, s->big), mc_ld16(v, 2, s->big), mc_ld16(v, 4, s->big)};
    uint32_t version = mc_ld16(v, 0, s->big), n = mc_ld16(v, 6, s->big);
    uint32_t aux = mc_ld32(v, 12, s->big), link = mc_ld32(v, 16, s->big);
    if (version != 1 || !n || !c.room--)
      return bad(s, &c, at, (int64_t)i);
    v = record(s, &c, at + aux, VERDAUX_BYTES, (int64_t)i);
    if (!v.p)
      return 0;
    row.name = mc_ld32(v, 0, s->big);
    if (row.name >= s->text_end)
      return bad(s, &c, at + aux, (int64_t)i);
    uint64_t have = s->verdef_n * sizeof row;
    if (!mc_room(s, &s->scr->verdef, have + sizeof row, have))
      return 0;
    ((mc_verdef *)(void *)s->scr->verdef.p)[s->verdef_n++] = row;
    if (!link)
      return 1;
    if (!step(s, &c, &at, link, VERDEF_BYTES, (int64_t)i))
      return 0;
  }
  return 1;
}

int mc_read_versions(mc_scan *s)
{
  return (!mc_has_tag(s, MC_D_VERNEED) || read_verneed(s)) && (!mc_has_tag(s, MC_D_VERDEF) || read_verdef(s));
}
