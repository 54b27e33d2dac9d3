/* fuzz_image.c - libFuzzer target of the core: any bytes, both ways in, every accessor.
 *
 * The scan of a buffer and of a descriptor (a memfd of the same bytes) must say the same, to the byte; every
 * row that an image offers is read.  Built with MC_CHECKED, so that a load outside of its view traps even
 * where AddressSanitizer cannot see it. */
#define _GNU_SOURCE 1
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mc_image.h"

static void must(int truth)
{
  if (!truth)
    abort();
}

static uint64_t sum;   /* what is read goes somewhere, so that no read is optimised away */

static void sum_bytes(const mc_image *im, uint32_t off, uint64_t bytes)
{
  must(off == 0 || (off >= sizeof *im && off + bytes <= im->total));
  for (uint64_t i = 0; off && i < bytes; i++)
    sum += ((const uint8_t *)im)[off + i];
}

static void read_symbols(const mc_image *im)
{
  mc_sym rows[7];
  uint32_t all[4], seen = 0;
  for (uint32_t first = 0, n; (n = mc_image_syms(im, first, 7, rows)) != 0; first += n)
    for (uint32_t i = 0; i < n; i++, seen++) {
      const char *name = mc_image_str(im, rows[i].name);
      sum += strlen(name) + rows[i].value + rows[i].size;
      uint32_t at = mc_image_find(im, name);
      must(at < im->sym_n || at == 0);
      if (seen < 16)
        sum += mc_image_find_all(im, name, all, 4);
    }
  must(seen == im->sym_n);
}

static void read_tables(const mc_image *im)
{
  const uint8_t *base = (const uint8_t *)im;
  const mc_verneed *need = (const mc_verneed *)(const void *)(base + im->verneed_off);
  const mc_verdef *def = (const mc_verdef *)(const void *)(base + im->verdef_off);
  const uint32_t *needed = (const uint32_t *)(const void *)(base + im->needed_off);
  must((im->needed_off | im->verneed_off | im->verdef_off | im->reltype_off | im->odd_off | im->reloc_off) % 8 == 0);
  sum_bytes(im, im->interp_off, im->interp_len + 1u);
  sum_bytes(im, im->str_off, im->str_len);
  sum_bytes(im, im->needed_off, im->needed_n * sizeof *needed);
  sum_bytes(im, im->verneed_off, im->verneed_n * sizeof *need);
  sum_bytes(im, im->verdef_off, im->verdef_n * sizeof *def);
  sum_bytes(im, im->reltype_off, im->reltype_n * sizeof(mc_reltype));
  sum_bytes(im, im->odd_off, im->odd_n * sizeof(mc_odd));
  sum_bytes(im, im->reloc_off, im->reloc_n * sizeof(mc_reloc));
  sum_bytes(im, im->build_id_off, im->build_id_len);
  for (uint32_t i = 0; i < im->needed_n; i++)
    sum += strlen(mc_image_str(im, needed[i]));
  for (uint32_t i = 0; i < im->verneed_n; i++)
    sum += strlen(mc_image_str(im, need[i].file)) + strlen(mc_image_str(im, need[i].name));
  for (uint32_t i = 0; i < im->verdef_n; i++)
    sum += strlen(mc_image_str(im, def[i].name));
  sum += strlen(mc_image_str(im, im->soname)) + strlen(mc_image_str(im, im->rpath));
}

static int file_of(const uint8_t *bytes, size_t n)
{
  int fd = memfd_create("fuzz", 0);
  must(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
  return fd;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
  static mc_scratch *scratch[2];
  mc_err err[2];
  mc_limits lim;
  for (int i = 0; i < 2; i++)
    if (!scratch[i])
      must((scratch[i] = mc_scratch_new()) != NULL);
  mc_limits_default(&lim);
  lim.block_bytes = 1 << 22;
  lim.keep_relocs = n > 15 && bytes[15] & 1;   /* padding of e_ident */
  lim.as_machine = n > 14 && bytes[14] & 1 ? 62 : 0;
  int fd = file_of(bytes, n);
  mc_image *a = mc_scan_buffer(bytes, n, &lim, scratch[0], &err[0]);
  mc_image *b = mc_scan_fd(fd, &lim, scratch[1], &err[1]);
  close(fd);
  must(!a == !b && err[0].status == err[1].status && err[0].table == err[1].table && err[0].offset == err[1].offset
       && err[0].index == err[1].index);
  must(!a == (err[0].status != MC_OK));
  if (a) {
    must(a->total == b->total && !memcmp(a, b, a->total));
    read_symbols(a);
    read_tables(a);
  }
  mc_image_free(a);
  mc_image_free(b);
  return 0;
}
