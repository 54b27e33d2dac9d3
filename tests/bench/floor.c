/* floor.c - the least work that can answer which names a file wants: the yardstick of the core.
 *
 * Reads by pread what a scanner cannot do without (headers, PT_DYNAMIC, symbols, strings, versions, relocations),
 * marks the symbols that a relocation uses and looks each undefined name up in a hash table of known names.
 * 64-bit little-endian only, trusts its input, frees nothing: everything that makes a tool is left out.
 *
 *   floor NAMES FILES    both are lists, one entry on a line; prints what was counted */
#define _GNU_SOURCE 1
#include <elf.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SLOTS (1u << 16)

static const char *slots[SLOTS];
static char *scratch[8];
static size_t sizes[8];

static uint32_t hash_of(const char *s)
{
  uint32_t h = 2166136261u;
  for (; *s; s++) h = (h ^ (unsigned char)*s) * 16777619u;
  return h;
}

static int known(const char *name)
{
  for (uint32_t i = hash_of(name) % SLOTS; slots[i]; i = (i + 1) % SLOTS)
    if (!strcmp(slots[i], name)) return 1;
  return 0;
}

static void add(const char *name)
{
  uint32_t i = hash_of(name) % SLOTS;
  while (slots[i] && strcmp(slots[i], name)) i = (i + 1) % SLOTS;
  slots[i] = name;
}

/* n bytes at off into scratch memory `which`, with 8 bytes of zero after them. */
static char *load(int fd, int which, uint64_t off, uint64_t n)
{
  if (sizes[which] < n + 8) {
    free(scratch[which]);
    scratch[which] = malloc(sizes[which] = 2 * n + 4096);
  }
  ssize_t got = pread(fd, scratch[which], n, (off_t)off);
  if (got != (ssize_t)n) return 0;
  memset(scratch[which] + n, 0, 8);
  return scratch[which];
}

struct file { int fd, phnum; Elf64_Phdr *ph; };

static uint64_t where(const struct file *f, uint64_t addr, uint64_t *left)
{
  for (int i = 0; i < f->phnum; i++) {
    Elf64_Phdr *p = f->ph + i;
    if (p->p_type == PT_LOAD && addr >= p->p_vaddr && addr < p->p_vaddr + p->p_filesz) {
      if (left) *left = p->p_vaddr + p->p_filesz - addr;
      return addr - p->p_vaddr + p->p_offset;
    }
  }
  return 0;
}

/* The number of symbols: the string table follows the symbol table in what linkers write, else DT_GNU_HASH's end. */
static uint32_t count(const struct file *f, const uint64_t *d)
{
  if (d[DT_STRTAB] > d[DT_SYMTAB]) return (uint32_t)((d[DT_STRTAB] - d[DT_SYMTAB]) / 24);
  uint32_t *h = (uint32_t *)(void *)load(f->fd, 6, where(f, d[DT_HASH], 0), 8);
  return h ? h[1] : 0;
}

static void relocations(const struct file *f, uint64_t addr, uint64_t size, unsigned char *used, uint32_t n)
{
  char *p = size ? load(f->fd, 4, where(f, addr, 0), size) : 0;
  if (!p) return;
  for (Elf64_Rela *r = (Elf64_Rela *)(void *)p, *end = r + size / 24; r < end; r++) {
    uint32_t s = (uint32_t)ELF64_R_SYM(r->r_info);
    if (s < n) used[s] = 1;
  }
}

static unsigned long total, missing;

static void scan(const char *path)
{
  char *head;
  uint64_t d[64] = {0}, gnu = 0, versym = 0, left;
  struct file f = {open(path, O_RDONLY | O_CLOEXEC), 0, 0};
  if (f.fd < 0) return;
  ssize_t got = 0;
  if (!scratch[0]) scratch[0] = malloc(sizes[0] = 1 << 16);
  head = scratch[0];
  got = pread(f.fd, head, 4096, 0);
  Elf64_Ehdr *e = (Elf64_Ehdr *)(void *)head;
  if (got < 64 || memcmp(head, "\177ELF\2\1", 6)) goto out;
  if (e->e_phoff + 56u * e->e_phnum > 4096) goto out;
  f.ph = (Elf64_Phdr *)(void *)(head + e->e_phoff);
  f.phnum = e->e_phnum;
  for (int i = 0; i < f.phnum; i++) {
    if (f.ph[i].p_type != PT_DYNAMIC) continue;
    Elf64_Dyn *y = (Elf64_Dyn *)(void *)load(f.fd, 1, f.ph[i].p_offset, f.ph[i].p_filesz);
    for (; y && y->d_tag; y++) {
      if (y->d_tag < 64) d[y->d_tag] = y->d_un.d_val;
      else if (y->d_tag == DT_GNU_HASH) gnu = y->d_un.d_ptr;
      else if (y->d_tag == DT_VERSYM) versym = y->d_un.d_ptr;
    }
  }
  if (!d[DT_SYMTAB]) goto out;
  uint32_t n = count(&f, d);
  uint64_t at = where(&f, d[DT_SYMTAB], &left);
  if (24ull * n > left) goto out;
  Elf64_Sym *sym = (Elf64_Sym *)(void *)load(f.fd, 2, at, 24ull * n);
  char *str = load(f.fd, 3, where(&f, d[DT_STRTAB], 0), d[DT_STRSZ]);
  unsigned char *used = calloc(n + 1, 1);
  if (versym) load(f.fd, 5, where(&f, versym, 0), 2ull * n);
  if (gnu) load(f.fd, 6, where(&f, gnu, 0), 16);
  relocations(&f, d[DT_RELA], d[DT_RELASZ], used, n);
  relocations(&f, d[DT_JMPREL], d[DT_PLTRELSZ], used, n);
  for (uint32_t i = 1; sym && str && i < n; i++)
    if (!sym[i].st_shndx && used[i] && sym[i].st_name < d[DT_STRSZ]) {
      total++;
      missing += !known(str + sym[i].st_name);
    }
  free(used);
out:
  close(f.fd);
}

int main(int argc, char **argv)
{
  char *line = 0;
  size_t room = 0;
  ssize_t n;
  FILE *names = argc == 3 ? fopen(argv[1], "r") : 0, *files = argc == 3 ? fopen(argv[2], "r") : 0;
  if (!names || !files) return fprintf(stderr, "usage: floor NAMES FILES\n"), 2;
  while ((n = getline(&line, &room, names)) > 0) line[n - 1] = 0, add(strdup(line));
  while ((n = getline(&line, &room, files)) > 0) line[n - 1] = 0, scan(line);
  printf("%lu undefined and used, %lu not known\n", total, missing);
  return 0;
}
