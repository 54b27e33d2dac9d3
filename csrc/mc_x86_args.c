/* mc_x86_args.c - constant arguments at x86_64 call sites (System V psABI: rdi, rsi, rdx, rcx, r8, r9).
 *
 * The function is decoded from its start.  A register's value is believed only as long as
 * control cannot have come from elsewhere: every place that a branch or a jump table leads to,
 * and everything behind an unconditional jump, starts with nothing known. */
#include <stdlib.h>

#include "mc_code_int.h"
#include "mc_x86.h"

typedef struct {
  const mc_code *c;
  const mc_func *f;
  mc_view v;
  uint64_t *leads;     /* a bit per byte of the function: control may arrive here */
  uint64_t entries;    /* of jump tables that may still be read */
  mc_arg r[16];
  mc_arg once[16];     /* of a register that keeps its value over calls and is written in one place: the value */
} state;

static const uint8_t order[MC_ARGS] = {X_RDI, X_RSI, X_RDX, X_RCX, 8, 9};

static void lead(state *s, uint64_t addr)
{
  uint64_t o = addr - s->f->addr;
  if (o < s->v.n)
    s->leads[o / 64] |= UINT64_C(1) << o % 64;
}

static int lead_from_table(state *s, uint64_t addr)
{
  if (s->entries == 0) {
    memset(s->leads, 255, (s->v.n / 64 + 1) * sizeof *s->leads);
    return 0;
  }
  s->entries--;
  lead(s, addr);
  return 1;
}

/* A table of 32-bit offsets from itself, or of addresses, as far as it stays inside the function.  When
 * a file wants more read than its function could use, no place is certain any more. */
static void jump_table(state *s, uint64_t table)
{
  if (mc_code_prot(s->c, table) & MC_PF_X)
    return;
  mc_view v = mc_code_at(s->c, table);
  for (uint64_t o = 0; mc_fits(v.n, o, 4); o += 4) {
    uint64_t to = table + (uint64_t)(int64_t)(int32_t)mc_ld32(v, o, 0);
    if (to - s->f->addr >= s->v.n)
      break;
    if (!lead_from_table(s, to))
      return;
  }
  for (uint64_t o = 0; mc_fits(v.n, o, 8); o += 8) {
    uint64_t to = mc_ld64(v, o, 0);
    if (to - s->f->addr >= s->v.n)
      break;
    if (!lead_from_table(s, to))
      return;
  }
}

static int is_jump(const x86_ins *i)
{
  if (i->flags & X_VEX)
    return 0;
  return (i->map == X_MAP_0F && (i->op & 0xf0) == 0x80)
      || (i->map == X_MAP_1 && ((i->op & 0xf0) == 0x70 || (i->op >= 0xe0 && i->op <= 0xe3) || i->op == 0xe9
                                || i->op == 0xeb));
}

/* Behind it nothing runs that has not been jumped to. */
static int ends_block(const x86_ins *i)
{
  if (i->flags & X_VEX)
    return 0;
  if (i->map == X_MAP_0F)
    return i->op == 0x0b;
  return i->map == X_MAP_1 && (i->op == 0xe9 || i->op == 0xeb || i->op == 0xc3 || i->op == 0xc2 || i->op == 0xf4
                               || (i->op == 0xff && i->digit >= 4 && i->digit <= 5));
}

static void find_leads(state *s)
{
  x86_ins i;
  for (uint64_t o = 0; o < s->v.n; o += i.len) {
    if (!x86_decode(s->v, o, 1, &i))
      return;
    uint64_t next = s->f->addr + o + i.len;
    if (is_jump(&i))
      lead(s, next + (uint64_t)i.imm);
    if (i.map == X_MAP_1 && i.op == 0x8d && i.rip)
      jump_table(s, next + (uint64_t)(int64_t)i.disp);
    if (i.map == X_MAP_1 && i.op == 0xff && i.digit == 4 && i.mod == 0 && i.index != X_NONE && i.base == X_NONE)
      jump_table(s, (uint64_t)(int64_t)i.disp);
  }
}

static void set(state *s, unsigned r, uint32_t kind, uint64_t value)
{
  s->r[r & 15] = (mc_arg){value, kind, 0};
}

static void forget(state *s, unsigned r)
{
  set(s, r, MC_ARG_UNKNOWN, 0);
}

static void forget_all(state *s)
{
  memcpy(s->r, s->once, sizeof s->r);
}

static void forget_clobbered(state *s)
{
  static const uint8_t gone[] = {X_RAX, X_RCX, X_RDX, X_RSI, X_RDI, 8, 9, 10, 11};
  for (size_t i = 0; i < sizeof gone; i++)
    forget(s, gone[i]);
}

/* A result of the operand size: 32-bit operations clear the upper half, smaller ones keep it. */
static void set_sized(state *s, const x86_ins *i, unsigned r, mc_arg v)
{
  if (i->flags & X_66)
    v.kind = MC_ARG_UNKNOWN;
  else if (!(i->flags & X_W) && v.kind == MC_ARG_CONST)
    v.value = (uint32_t)v.value;
  else if (!(i->flags & X_W) && v.kind != MC_ARG_UNKNOWN)
    v.kind = MC_ARG_UNKNOWN;
  s->r[r & 15] = v;
}

static void lea(state *s, const x86_ins *i, uint64_t next)
{
  uint64_t disp = (uint64_t)(int64_t)i->disp;
  mc_arg v = {0, MC_ARG_UNKNOWN, 0};
  if (i->rip)
    v = (mc_arg){next + disp, MC_ARG_ADDR, 0};
  else if (i->index == X_NONE && (i->base == X_RSP || i->base == X_RBP))
    v = (mc_arg){disp, MC_ARG_STACK, i->base};
  else if (i->index == X_NONE && i->base != X_NONE) {
    v = s->r[i->base];
    v.value += disp;
    if (v.kind == MC_ARG_SYMBOL || v.kind == MC_ARG_LOADED)
      v.kind = MC_ARG_UNKNOWN;
  }
  set_sized(s, i, i->reg, v);
}

static void load(state *s, const x86_ins *i, uint64_t next)
{
  mc_arg v = {0, MC_ARG_UNKNOWN, 0};
  if (i->rip && (i->flags & X_W)) {
    uint64_t slot = next + (uint64_t)(int64_t)i->disp;
    const mc_ptr *p = mc_code_ptr_at(s->c, slot);
    if (p && p->cls == MC_RC_GLOB_DAT)
      v = p->sym ? (mc_arg){p->sym, MC_ARG_SYMBOL, 0} : (mc_arg){p->value, MC_ARG_ADDR, 0};
    else
      v = (mc_arg){slot, MC_ARG_LOADED, 0};
  }
  set_sized(s, i, i->reg, v);
}

static void alu(state *s, const x86_ins *i)
{
  unsigned kind = i->op >> 3 & 7, form = i->op & 7;
  if (kind == 7 || form > 5)
    return;
  if (form > 3) {
    forget(s, X_RAX);
    return;
  }
  unsigned to = form & 2 ? i->reg : i->rm;
  if (!(form & 2) && i->mod != 3)
    return;
  if ((form & 1) && i->mod == 3 && i->reg == i->rm && (kind == 6 || kind == 5))
    set_sized(s, i, to, (mc_arg){0, MC_ARG_CONST, 0});
  else
    forget(s, to);
  if (!(form & 1) && !(i->flags & X_REX))
    forget(s, to & 3);   /* ah .. bh */
}

static void group1(state *s, const x86_ins *i)
{
  if (i->mod != 3 || i->digit == 7)
    return;
  mc_arg v = s->r[i->rm];
  int plain = v.kind == MC_ARG_CONST || v.kind == MC_ARG_ADDR || v.kind == MC_ARG_STACK;
  if (i->op == 0x80 || i->op == 0x82) {
    forget(s, i->rm);
    forget(s, i->rm & 3);
    return;
  }
  if (i->digit == 1 && i->imm == -1)
    v = (mc_arg){UINT64_MAX, MC_ARG_CONST, 0};
  else if (i->digit == 4 && i->imm == 0)
    v = (mc_arg){0, MC_ARG_CONST, 0};
  else if (plain && i->digit == 0)
    v.value += (uint64_t)i->imm;
  else if (plain && i->digit == 5)
    v.value -= (uint64_t)i->imm;
  else
    v.kind = MC_ARG_UNKNOWN;
  set_sized(s, i, i->rm, v);
}

static void group3(state *s, const x86_ins *i)
{
  if (i->digit >= 4) {
    forget(s, X_RAX);
    forget(s, X_RDX);
  } else if (i->digit >= 2 && i->mod == 3) {
    forget(s, i->rm);
    forget(s, i->rm & 3);
  }
}

/* Opcodes 50 and up of the first map. */
static void one_byte(state *s, const x86_ins *i, uint64_t next)
{
  uint8_t op = i->op;
  mc_arg none = {0, MC_ARG_UNKNOWN, 0}, imm = {(uint64_t)i->imm, MC_ARG_CONST, 0};
  if (op < 0x40)
    alu(s, i);
  else if (op >= 0x58 && op < 0x60)
    forget(s, i->rm);
  else if (op >= 0x91 && op < 0x98) {
    forget(s, X_RAX);
    forget(s, i->rm);
  } else if (op >= 0xb8 && op < 0xc0)
    set_sized(s, i, i->rm, imm);
  else if (op >= 0xb0 && op < 0xb8) {
    forget(s, i->rm);
    forget(s, i->rm & 3);
  } else switch (op) {
    case 0x63: case 0x69: case 0x6b: forget(s, i->reg); break;
    case 0x80: case 0x81: case 0x82: case 0x83: group1(s, i); break;
    case 0x84: case 0x85: case 0x8e: case 0xa8: case 0xa9: case 0x68: case 0x6a: case 0x9c: case 0x9e: break;
    case 0x86: case 0x87: forget(s, i->reg); forget(s, i->reg & 3); forget(s, i->rm); forget(s, i->rm & 3); break;
    case 0x88: case 0xc6: case 0xc0: case 0xd0: case 0xd2: case 0xfe:
      if (i->mod == 3) {
        forget(s, i->rm);
        forget(s, i->rm & 3);
      }
      break;
    case 0x89: if (i->mod == 3) set_sized(s, i, i->rm, s->r[i->reg]); break;
    case 0x8a: forget(s, i->reg); forget(s, i->reg & 3); break;
    case 0x8b: if (i->mod == 3) set_sized(s, i, i->reg, s->r[i->rm]); else load(s, i, next); break;
    case 0x8d: lea(s, i, next); break;
    case 0xc7: if (i->mod == 3) set_sized(s, i, i->rm, imm); break;
    case 0x8c: case 0x8f: case 0xc1: case 0xd1: case 0xd3: if (i->mod == 3) set_sized(s, i, i->rm, none); break;
    case 0xc8: case 0xc9: forget(s, X_RBP); break;
    case 0xe8: forget_clobbered(s); break;
    case 0xf6: case 0xf7: group3(s, i); break;
    case 0xff:
      if (i->digit == 2 || i->digit == 3)
        forget_clobbered(s);
      else if (i->digit < 2 && i->mod == 3)
        forget(s, i->rm);
      break;
    default:
      /* jumps and nops change nothing; for the rest (string operations, x87 status, ...) know nothing */
      if (!((op >= 0x50 && op < 0x58) || op == 0x90 || is_jump(i) || (op >= 0xd8 && op < 0xdf)))
        forget_clobbered(s);
  }
}

/* Vector and system instructions: which of them write general registers. */
static void two_byte(state *s, const x86_ins *i)
{
  uint8_t op = i->op;
  if ((op & 0xf0) == 0x40 || op == 0xaf || op == 0xb6 || op == 0xb7 || (op >= 0xbc && op <= 0xbf) || op == 0xb8
      || op == 0x2c || op == 0x2d || op == 0x50 || op == 0xc5 || op == 0xd7 || op == 0x02 || op == 0x03)
    forget(s, i->reg);
  else if ((op & 0xf0) == 0x90 || op == 0x7e || (op >= 0xa4 && op <= 0xad && op != 0xa8 && op != 0xa9 && op != 0xaa)
           || op == 0xb3 || op == 0xba || op == 0xbb || (op >= 0xc8 && op <= 0xcf)) {
    forget(s, i->rm);
    forget(s, i->rm & 3);
  } else if (op == 0xb0 || op == 0xb1 || op == 0xc0 || op == 0xc1 || op == 0xc7) {
    forget(s, i->reg);
    forget(s, i->rm);
    forget(s, i->reg & 3);
    forget(s, X_RAX);
    forget(s, X_RDX);
  } else if (op == 0x05 || op == 0x31 || op == 0xa2 || op <= 0x01) {
    forget_all(s);
  }
}

static void one(state *s, const x86_ins *i, uint64_t next)
{
  if (i->map == X_MAP_1 && !(i->flags & X_VEX))
    one_byte(s, i, next);
  else if (i->map == X_MAP_0F)
    two_byte(s, i);
  else if (i->map == X_MAP_0F38 && i->op >= 0xf0) {
    forget(s, i->reg);
    forget(s, i->vreg);
    forget(s, i->rm);
  } else if (i->map == X_MAP_0F3A && (i->op == 0xf0 || (i->op >= 0x14 && i->op <= 0x17))) {
    forget(s, i->reg);
    forget(s, i->rm);
  } else if (i->map == X_MAP_OTHER) {
    forget_all(s);
  }
  s->r[X_RSP] = s->once[X_RSP];
}

static void give(const state *s, mc_arg *out)
{
  for (unsigned k = 0; k < MC_ARGS; k++)
    out[k] = s->r[order[k]];
}

/* rbx, rbp and r12 to r15 keep their values over calls.  When one of them is written in a single place of the
 * function, and a constant is what it gets there, then that is what it holds wherever it is read:
 * compilers hoist addresses out of loops in this way.  Restoring it at the end (pop) does not count. */
static void find_once(state *s)
{
  static const uint8_t kept[] = {X_RBX, X_RBP, 12, 13, 14, 15};
  enum { KEPT = sizeof kept, UNTOUCHED = 100 };
  unsigned writes[16] = {0};
  mc_arg value[16] = {{0, 0, 0}};
  x86_ins i;
  for (uint64_t o = 0; o < s->v.n; o += i.len) {
    if (!x86_decode(s->v, o, 1, &i))
      return;
    if (s->leads[o / 64] >> o % 64 & 1)
      forget_all(s);
    if (i.map == X_MAP_1 && i.op >= 0x58 && i.op <= 0x5f)
      continue;
    for (unsigned k = 0; k < KEPT; k++)
      s->r[kept[k]] = (mc_arg){k, UNTOUCHED, 0};
    if (!ends_block(&i))
      one(s, &i, s->f->addr + o + i.len);
    for (unsigned k = 0; k < KEPT; k++) {
      const mc_arg *r = &s->r[kept[k]];
      if (r->kind == UNTOUCHED && r->value == k)
        continue;
      writes[kept[k]]++;
      value[kept[k]] = *r;
    }
    if (ends_block(&i))
      forget_all(s);
  }
  for (unsigned k = 0; k < KEPT; k++)
    if (writes[kept[k]] == 1 && value[kept[k]].kind < UNTOUCHED)
      s->once[kept[k]] = value[kept[k]];
}

/* Rows lie where their opcode does; prefixes of the instruction may come before. */
static int covers(const mc_code *c, uint32_t row, uint64_t at, unsigned len)
{
  return c->call[row].at - at < len;
}

void mc_x86_args(const mc_code *c, const mc_func *f, mc_view body, const uint32_t *rows, uint32_t n, mc_arg *out)
{
  state s = {.c = c, .f = f, .v = body, .leads = calloc(body.n / 64 + 1, sizeof(uint64_t)),
             .entries = 4096 + 4 * body.n};
  x86_ins i;
  if (!s.leads)
    return;   /* the arguments stay unknown */
  s.once[X_RSP] = (mc_arg){0, MC_ARG_STACK, X_RSP};   /* offsets count from where it is, as in lea */
  find_leads(&s);
  forget_all(&s);
  find_once(&s);
  forget_all(&s);
  for (uint64_t o = 0, k = 0; o < body.n && k < n; o += i.len) {
    if (!x86_decode(body, o, 1, &i))
      break;
    if (s.leads[o / 64] >> o % 64 & 1)
      forget_all(&s);
    while (k < n && c->call[rows[k]].at < f->addr + o)
      k++;   /* no instruction begins where this row is */
    while (k < n && covers(c, rows[k], f->addr + o, i.len))
      give(&s, out + k++ * MC_ARGS);
    if (ends_block(&i))
      forget_all(&s);
    else
      one(&s, &i, f->addr + o + i.len);
  }
  free(s.leads);
}
