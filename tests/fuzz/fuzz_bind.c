/* fuzz_bind.c - libFuzzer target of the binding: a link map of the image, of itself again and of the image
 * that came before it, with the image as its libc. */
#include <stdlib.h>
#include <string.h>

#include "mc_bind.h"

enum { ROOM = 128, IMAGES = 3 };

static void must(int truth)
{
  if (!truth)
    abort();
}

static void check(const mc_image *const *list, uint32_t n, const mc_bind_spec *spec)
{
  static mc_unbound out[ROOM], fewer[2];
  uint32_t given = mc_bind(list, n, spec, out, ROOM);
  must(given < MC_GAVE_UP);
  for (uint32_t i = 0; i < given && i < ROOM; i++) {
    mc_sym s;
    must(out[i].object < n && out[i].used);
    must(mc_image_syms(list[out[i].object], out[i].sym, 1, &s) == 1);
    must((out[i].used & ~s.used) == 0);
    must(!out[i].weak || !s.shndx);
    must(out[i].row == MC_NO_ROW);
  }
  must(mc_bind(list, n, spec, fewer, 2) == given);
  must(!memcmp(fewer, out, (given < 2 ? given : 2) * sizeof *out));
  mc_bind_spec with = *spec;
  with.has_libc = 1;
  must(mc_bind(list, n, &with, fewer, 0) <= given);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
  static mc_scratch *scratch;
  static mc_image *before;
  mc_err err;
  if (!scratch)
    must((scratch = mc_scratch_new()) != NULL);
  mc_image *im = mc_scan_buffer(bytes, n, NULL, scratch, &err);
  if (!im)
    return 0;
  const mc_image *list[IMAGES] = {im, im, before ? before : im};
  mc_bind_spec spec = {.libc = im, .ok_types = 0x67, .ok_binds = 0x406};
  spec.need_def = 1u << MC_RC_JUMP_SLOT;
  spec.not_first = 1u << MC_RC_COPY;
  spec.weak = bytes[n - 1] & 1 ? 0xffff : 0;
  check(list, 1 + bytes[n - 1] % IMAGES, &spec);
  mc_image_free(before);
  before = im;
  return 0;
}
