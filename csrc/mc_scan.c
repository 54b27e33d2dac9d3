/* mc_scan.c - the steps of a scan, the ELF header and the program headers. */
#include "mc_scan.h"

enum {
  ET_REL = 1, ET_EXEC = 2, ET_DYN = 3, ET_CORE = 4,
  PT_LOAD = 1, PT_DYNAMIC = 2, PT_INTERP = 3, PT_NOTE = 4, PT_PHDR = 6, PT_TLS = 7,
  PT_GNU_STACK = 0x6474e551, PT_GNU_RELRO = 0x6474e552,
  PF_X = 1, PN_XNUM = 0xffff,
  CODE_IN_FILE = 1, CODE_ELSEWHERE = 2,   /* of the executable segments */
  NT_GNU_BUILD_ID = 3, NT_GO_BUILD_ID = 4, PATH_BYTES = 4096
};

typedef struct {
  uint32_t type, flags;
  uint64_t off, vaddr, filesz, memsz, align;
} phdr;

static uint64_t phdr_size(const mc_scan *s)
{
  return s->is64 ? 56 : 32;
}

static phdr phdr_row(const mc_scan *s, mc_view v, uint32_t i)
{
  uint64_t at = i * phdr_size(s);
  int big = s->big;
  phdr h;
  h.type = mc_ld32(v, at, big);
  h.flags = mc_ld32(v, at + (s->is64 ? 4 : 24), big);
  h.off = mc_ldw(v, at + (s->is64 ? 8 : 4), s->is64, big);
  h.vaddr = mc_ldw(v, at + (s->is64 ? 16 : 8), s->is64, big);
  h.filesz = mc_ldw(v, at + (s->is64 ? 32 : 16), s->is64, big);
  h.memsz = mc_ldw(v, at + (s->is64 ? 40 : 20), s->is64, big);
  h.align = mc_ldw(v, at + (s->is64 ? 48 : 28), s->is64, big);
  return h;
}

static int read_ident(mc_scan *s)
{
  if (s->file_size < 4)
    return mc_fail(s, MC_NOT_ELF, MC_T_EHDR, 0, -1);
  mc_view id = mc_keep(s, 0, s->file_size < 16 ? 4 : 16, MC_T_EHDR);
  if (!id.p)
    return 0;
  if (mc_ld32(id, 0, 1) != 0x7f454c46)
    return mc_fail(s, MC_NOT_ELF, MC_T_EHDR, 0, -1);
  if (id.n < 16)
    return mc_fail(s, MC_TRUNCATED, MC_T_EHDR, 0, -1);
  unsigned class = mc_ld8(id, 4), data = mc_ld8(id, 5);
  if (class != 1 && class != 2)
    return mc_fail(s, MC_MALFORMED, MC_T_EHDR, 4, -1);
  if (data != 1 && data != 2)
    return mc_fail(s, MC_MALFORMED, MC_T_EHDR, 5, -1);
  s->is64 = class == 2;
  s->big = data == 2;
  s->word = s->is64 ? 8 : 4;
  s->sym_size = s->is64 ? MC_SYM64 : MC_SYM32;
  s->im.elf_class = s->is64 ? 64 : 32;
  s->im.data = (uint8_t)data;
  s->im.osabi = mc_ld8(id, 7);
  s->im.abiversion = mc_ld8(id, 8);
  return 1;
}

static int read_header(mc_scan *s, uint64_t *phoff)
{
  mc_view h = mc_keep(s, 0, s->is64 ? 64 : 52, MC_T_EHDR);
  if (!h.p)
    return 0;
  int big = s->big;
  s->im.type = mc_ld16(h, 16, big);
  s->im.machine = mc_ld16(h, 18, big);
  s->machine = s->lim->as_machine ? s->lim->as_machine : s->im.machine;
  s->im.entry = mc_ldw(h, 24, s->is64, big);
  *phoff = mc_ldw(h, s->is64 ? 32 : 28, s->is64, big);
  s->im.e_flags = mc_ld32(h, s->is64 ? 48 : 36, big);
  uint64_t tail = s->is64 ? 54 : 42;   /* e_phentsize, e_phnum, e_shentsize, e_shnum */
  uint16_t entsize = mc_ld16(h, tail, big);
  s->phnum = mc_ld16(h, tail + 2, big);
  if (mc_ld16(h, tail + 6, big))
    s->im.flags |= MC_F_SECTIONS;
  if (!mc_machine_known(s->machine))
    s->im.flags |= MC_F_UNKNOWN_MACHINE;
  if (s->im.type != ET_EXEC && s->im.type != ET_DYN) {
    s->phnum = 0;   /* nothing that a loader would map */
    return 1;
  }
  if (s->phnum > s->lim->phnum || s->phnum == PN_XNUM)   /* PN_XNUM: the true number is in a section header */
    return mc_fail(s, MC_LIMIT, MC_T_PHDR, s->phnum, -1);
  if (s->phnum && entsize != phdr_size(s))
    return mc_fail(s, MC_MALFORMED, MC_T_EHDR, tail, -1);
  return 1;
}

static int add_load(mc_scan *s, const phdr *h, uint64_t at, uint32_t i)
{
  uint64_t end, top = s->is64 ? UINT64_MAX : (uint64_t)1 << 32;
  if (!mc_add(h->vaddr, h->memsz, &end) || end > top || h->filesz > h->memsz)
    return mc_fail(s, MC_MALFORMED, MC_T_PHDR, at, i);
  if (h->filesz && !mc_fits(s->file_size, h->off, h->filesz))
    return mc_fail(s, MC_TRUNCATED, MC_T_PHDR, at, i);
  mc_load *loads = (mc_load *)(void *)s->scr->loads.p;
  loads[s->loads_n++] = (mc_load){h->vaddr, h->off, h->filesz, h->memsz};
  if (h->flags & PF_X && h->memsz)
    s->code |= h->filesz ? CODE_IN_FILE : CODE_ELSEWHERE;
  return 1;
}

/* The last of two segments of one kind wins, as in musl and (but for PT_INTERP) in Linux. */
static int take_segment(mc_scan *s, const phdr *h, uint64_t at, uint32_t i)
{
  switch (h->type) {
  case PT_LOAD:
    return add_load(s, h, at, i);
  case PT_DYNAMIC:
    s->im.flags |= MC_F_DYNAMIC;
    s->dyn_vaddr = h->vaddr;
    s->dyn_filesz = h->filesz;
    s->dyn_at = at;
    break;
  case PT_PHDR:
    s->im.flags |= MC_F_PT_PHDR;
    break;
  case PT_TLS:
    s->im.flags |= MC_F_TLS;
    s->im.tls_filesz = h->filesz;
    s->im.tls_memsz = h->memsz;
    s->im.tls_align = h->align;
    break;
  case PT_GNU_STACK:
    s->im.flags = (s->im.flags & ~(uint32_t)MC_F_EXECSTACK) | MC_F_GNU_STACK | (h->flags & PF_X ? MC_F_EXECSTACK : 0u);
    s->im.stack_memsz = h->memsz;
    break;
  case PT_GNU_RELRO:
    s->im.flags |= MC_F_RELRO;
    s->im.relro_vaddr = h->vaddr;
    s->im.relro_memsz = h->memsz;
    break;
  default:
    break;
  }
  return 1;
}

static int read_segments(mc_scan *s, uint64_t phoff)
{
  if (!mc_room(s, &s->scr->loads, s->phnum * sizeof(mc_load), 0))
    return 0;
  mc_view v = mc_keep(s, phoff, s->phnum * phdr_size(s), MC_T_PHDR);
  if (!v.p)
    return 0;
  for (uint32_t i = 0; i < s->phnum; i++) {
    phdr h = phdr_row(s, v, i);
    if (!take_segment(s, &h, phoff + i * phdr_size(s), i))
      return 0;
  }
  return 1;
}

/* The kernel reads the path by file offset, wants a NUL at its end, and takes the first PT_INTERP. */
static int read_interp(mc_scan *s, const phdr *h, uint64_t at, uint32_t i)
{
  if (h->filesz < 2 || h->filesz > PATH_BYTES)
    return mc_fail(s, MC_MALFORMED, MC_T_INTERP, at, i);
  mc_view v = mc_keep(s, h->off, h->filesz, MC_T_INTERP);
  if (!v.p)
    return 0;
  if (mc_ld8(v, v.n - 1))
    return mc_fail(s, MC_MALFORMED, MC_T_INTERP, h->off, i);
  uint64_t n = 0;
  while (mc_ld8(v, n))
    n++;
  s->interp = mc_sub(v, 0, n);
  s->im.flags |= MC_F_INTERP;
  return 1;
}

/* A loader start reads no note, so a damaged one only ends the walk. */
static void read_note(mc_scan *s, const phdr *h)
{
  uint64_t n = h->filesz < MC_CHUNK ? h->filesz : MC_CHUNK, pad = h->align == 8 ? 7 : 3;
  if (!mc_fits(s->file_size, h->off, n))
    return;
  mc_view v = mc_peek(s, h->off, n, MC_T_NOTE);
  for (uint64_t at = 0; v.p && mc_fits(n, at, 16);) {
    uint64_t name = mc_ld32(v, at, s->big), desc = mc_ld32(v, at + 4, s->big);
    uint32_t type = mc_ld32(v, at + 8, s->big), who = mc_ld32(v, at + 12, 1);
    uint64_t desc_at = (at + 12 + name + pad) & ~pad;
    if (!mc_fits(n, desc_at, desc))
      return;
    if (name == 4 && who == 0x474e5500 && type == NT_GNU_BUILD_ID && desc && desc <= sizeof s->build_id) {
      memcpy(s->build_id, mc_sub(v, desc_at, desc).p, desc);
      s->build_id_len = (uint32_t)desc;
    }
    if (name == 4 && who == 0x476f0000 && type == NT_GO_BUILD_ID)
      s->im.flags |= MC_F_GO;
    at = (desc_at + desc + pad) & ~pad;
  }
}

static int read_interp_and_notes(mc_scan *s, uint64_t phoff)
{
  mc_view v = mc_keep(s, phoff, s->phnum * phdr_size(s), MC_T_PHDR);
  if (!v.p)
    return 0;
  for (uint32_t i = 0; i < s->phnum; i++) {
    uint32_t type = mc_ld32(v, i * phdr_size(s), s->big);
    if (type != PT_INTERP && type != PT_NOTE)
      continue;
    phdr h = phdr_row(s, v, i);
    if (type == PT_NOTE)
      read_note(s, &h);
    else if (!s->interp.p && !read_interp(s, &h, phoff + i * phdr_size(s), i))
      return 0;
  }
  return s->err.status == MC_OK;
}

static int read_file(mc_scan *s)
{
  uint64_t phoff = 0;
  if (!mc_open(s))
    return 0;
  s->im.file_size = s->file_size;
  if (!read_ident(s) || !read_header(s, &phoff) || !read_segments(s, phoff))
    return 0;
  if (s->im.type == ET_EXEC || s->im.type == ET_DYN)
    if (!s->loads_n || s->code == CODE_ELSEWHERE) {
      /* the other headers speak of bytes that are in another file */
      s->im.flags = (s->im.flags & ~(uint32_t)MC_F_DYNAMIC) | MC_F_HOLLOW;
      return 1;
    }
  int dynamic = (s->im.flags & MC_F_DYNAMIC) != 0;
  if (dynamic && (!mc_read_dynamic(s) || !mc_plan_reads(s)))
    return 0;
  if (s->phnum && !read_interp_and_notes(s, phoff))
    return 0;
  return !dynamic || (mc_read_strings(s) && mc_read_hashes(s) && mc_read_relocs(s) && mc_read_symbols(s)
                      && mc_read_versions(s));
}

static mc_image *scan(int fd, mc_view bytes, const mc_limits *lim, mc_scratch *scr, mc_err *err)
{
  mc_scan s;
  mc_limits defaults;
  if (!lim) {
    mc_limits_default(&defaults);
    lim = &defaults;
  }
  memset(&s, 0, sizeof s);
  s.fd = fd;
  s.bytes = bytes;
  s.file_size = bytes.n;
  s.lim = lim;
  s.scr = scr;
  s.err.index = -1;
  scr->peek.len = 0;
  mc_image *im = read_file(&s) ? mc_build_image(&s) : NULL;
  if (!im)
    mc_image_free((mc_image *)(void *)s.span.block);
  for (uint32_t i = 0; i < s.types_n; i++)
    if (scr->types[i].type < MC_DENSE_TYPES)
      scr->type_slot[scr->types[i].type] = 0;
  mc_scratch_trim(scr);
  *err = s.err;
  return im;
}

void mc_limits_default(mc_limits *lim)
{
  memset(lim, 0, sizeof *lim);
  lim->block_bytes = (uint64_t)1 << 29;
  lim->phnum = 4096;
  lim->symbols = 1u << 24;
  lim->needed = 1u << 14;
  lim->odd_relocs = 1u << 20;
  lim->reloc_bytes = (uint64_t)1 << 30;
}

mc_image *mc_scan_fd(int fd, const mc_limits *lim, mc_scratch *scr, mc_err *err)
{
  mc_view none = {NULL, 0};
  if (fd < 0) {
    memset(err, 0, sizeof *err);
    err->status = MC_IO;
    err->sys_errno = 9;   /* EBADF */
    err->index = -1;
    return NULL;
  }
  return scan(fd, none, lim, scr, err);
}

mc_image *mc_scan_buffer(const void *bytes, size_t n, const mc_limits *lim, mc_scratch *scr, mc_err *err)
{
  mc_view v = {bytes, n};
  return scan(-1, v, lim, scr, err);
}

void mc_scan_fds(const int *fds, size_t n, const mc_limits *lim, mc_scratch *scr, mc_image **out, mc_err *errs)
{
  for (size_t i = 0; i < n; i++)
    out[i] = mc_scan_fd(fds[i], lim, scr, &errs[i]);
}
