/* The search order decides which definition wins, not whether there is one, except for classes
 * that pass over the first object.  So each name is searched for once, and only as far as the
 * references seen so far ask: a slot per name remembers where its search stands. */
#include "mc_bind.h"
#include "mc_lookup.h"

#include <stdlib.h>
#include <string.h>

enum { STB_LOCAL = 0, STB_WEAK = 2, STT_TLS = 6, CHUNK = 64, FIRST_SLOTS = 1024 };

/* What a name's search has found so far. */
enum {
  DEF_FIRST = 1,    /* a definition in the first object */
  DEF_OTHER = 2,    /* a definition in a later object, or in the libc */
  UND_FIRST = 4,    /* an undefined entry with a value in the first object */
  UND_OTHER = 8
};

typedef struct {
  const char *name;     /* NULL: a free slot */
  mc_hashes h;
  uint32_t pos;         /* images of the list that were searched */
  uint32_t row;
  uint8_t found, why;
} slot;

typedef struct {
  const mc_image *const *list;
  uint32_t n;
  const mc_bind_spec *spec;
  mc_unbound *out;
  uint32_t cap, rows;
  slot *slots;
  uint32_t mask, filled;
  uint64_t steps;       /* of all lookups so far */
} binder;

static int grow(binder *b)
{
  uint32_t room = b->mask ? (b->mask + 1) * 2 : FIRST_SLOTS;
  slot *bigger = room ? calloc(room, sizeof *bigger) : NULL;
  if (!bigger) return 0;
  for (uint32_t i = 0; b->slots && i <= b->mask; i++) {
    if (!b->slots[i].name) continue;
    uint32_t at = b->slots[i].h.gnu & (room - 1);
    while (bigger[at].name) at = (at + 1) & (room - 1);
    bigger[at] = b->slots[i];
  }
  free(b->slots);
  b->slots = bigger;
  b->mask = room - 1;
  return 1;
}

static void note_why(slot *s, uint8_t why)
{
  if (why > s->why) s->why = why;
}

/* The candidate of one image for a name.  Each image has at most one: when it is not accepted, the next image is asked. */
static void ask(binder *b, const mc_image *im, slot *s, int first)
{
  mc_walk walk = {0, 0};
  mc_sym c;
  uint32_t i = mc_lookup(im, s->name, &s->h, &walk);
  b->steps += walk.steps;
  if (walk.hidden) note_why(s, MC_WHY_HIDDEN);
  if (!i || !mc_image_syms(im, i, 1, &c)) return;
  if ((!c.shndx && c.type == STT_TLS) || (!c.value && c.type != STT_TLS)) {
    note_why(s, MC_WHY_UNDEFINED);
  } else if (!mc_of_kinds(c.type, c.bind, b->spec->ok_types, b->spec->ok_binds)) {
    note_why(s, MC_WHY_TYPE);
  } else if (!c.shndx) {
    note_why(s, MC_WHY_UNDEFINED);
    s->found |= first ? UND_FIRST : UND_OTHER;
  } else {
    s->found |= first ? DEF_FIRST : DEF_OTHER;
  }
}

static void ask_libc(binder *b, slot *s)
{
  const mc_bind_spec *spec = b->spec;
  if (!spec->has_libc) return;
  if (s->row != MC_NO_ROW) {
    if (mc_bit(spec->provided, s->row)) s->found |= DEF_OTHER;
  } else if (spec->libc) {
    ask(b, spec->libc, s, 0);
  }
}

/* The slot of a name, made when it is new; NULL: no memory. */
static slot *slot_of(binder *b, const char *name)
{
  if ((uint64_t)b->filled * 4 >= ((uint64_t)b->mask + 1) * 3 && !grow(b)) return NULL;
  mc_hashes h = mc_hashes_of(name);
  uint32_t at = h.gnu & b->mask;
  for (; b->slots[at].name; at = (at + 1) & b->mask)
    if (b->slots[at].h.gnu == h.gnu && !strcmp(b->slots[at].name, name)) return &b->slots[at];
  slot *s = &b->slots[at];
  b->filled++;
  s->name = name;
  s->h = h;
  s->row = b->spec->table ? mc_table_find(b->spec->table, name) : MC_NO_ROW;
  ask_libc(b, s);
  return s;
}

/* Searches until something of `want` is found, or to the end. */
static int search(binder *b, slot *s, uint8_t want)
{
  for (; !(s->found & want) && s->pos < b->n; s->pos++) ask(b, b->list[s->pos], s, s->pos == 0);
  return (s->found & want) != 0;
}

static uint8_t wanted(const mc_bind_spec *spec, uint32_t cls)
{
  unsigned want = DEF_FIRST | DEF_OTHER | UND_FIRST | UND_OTHER;
  if (spec->need_def >> cls & 1) want &= DEF_FIRST | DEF_OTHER;
  if (spec->not_first >> cls & 1) want &= DEF_OTHER | UND_OTHER;
  return (uint8_t)want;
}

static int maps(const mc_bind_spec *spec, const slot *s)
{
  return spec->fallback && s->row != MC_NO_ROW && mc_bit(spec->fallback, s->row);
}

/* The classes of a symbol's references that do not bind. */
static uint32_t unbound(binder *b, slot *s, uint32_t used)
{
  uint32_t left = 0;
  for (uint32_t cls = 0; cls < 32 && used >> cls; cls++)
    if ((used >> cls & 1) && !search(b, s, wanted(b->spec, cls)) && !maps(b->spec, s)) left |= 1u << cls;
  return left;
}

static void give(binder *b, uint32_t object, uint32_t index, const mc_sym *sym, const slot *s, uint32_t left)
{
  int weak = !sym->shndx && sym->bind == STB_WEAK;
  if (weak && !(left &= b->spec->weak)) return;
  uint32_t at = b->rows++;
  if (at >= b->cap) return;
  b->out[at] = (mc_unbound){
    .object = object, .sym = index, .row = s->row, .used = left,
    .why = s->why, .bind = sym->bind, .weak = (uint8_t)weak,
  };
}

/* MC_OK, MC_NOMEM or MC_LIMIT. */
static int bind_one(binder *b, uint32_t object, uint32_t index, const mc_sym *sym)
{
  if (sym->bind == STB_LOCAL) return MC_OK;
  slot *s = slot_of(b, mc_image_str(b->list[object], sym->name));
  if (!s) return MC_NOMEM;
  /* most references to an own definition bind to it, or to one that comes before it: ask there at once */
  if (sym->shndx && !s->found) ask(b, b->list[object], s, object == 0);
  uint32_t left = unbound(b, s, sym->used);
  if (left) give(b, object, index, sym, s, left);
  return b->steps > MC_WALK_MAX ? MC_LIMIT : MC_OK;
}

static int bind_image(binder *b, uint32_t object)
{
  const mc_image *im = b->list[object];
  mc_sym syms[CHUNK];
  uint32_t run;
  for (uint32_t i = mc_next_used(im, 1, CHUNK, &run); run; i = mc_next_used(im, i + run, CHUNK, &run)) {
    mc_image_syms(im, i, run, syms);
    for (uint32_t k = 0; k < run; k++) {
      int status = bind_one(b, object, i + k, &syms[k]);
      if (status != MC_OK) return status;
    }
  }
  return MC_OK;
}

uint32_t mc_bind(const mc_image *const *list, uint32_t n, const mc_bind_spec *spec, mc_unbound *out, uint32_t cap)
{
  binder b = {.list = list, .n = n, .spec = spec, .out = out, .cap = cap};
  int status = grow(&b) ? MC_OK : MC_NOMEM;
  for (uint32_t i = 0; status == MC_OK && i < n; i++) status = bind_image(&b, i);
  free(b.slots);
  if (status == MC_NOMEM) return MC_BIND_NOMEM;
  return status == MC_LIMIT ? MC_GAVE_UP : b.rows;
}
