/* core.c - the core alone over a list of files: scan, join against the compiled table, free.
 *
 *   core TABLE PROVIDED KNOWN OWNERS FILES    TABLE: musl_compat/kb/table.bin; the next three: numbers of its planes;
 *                                             FILES: a list, one on a line; prints what was counted */
#define _GNU_SOURCE 1
#include "mc_image.h"
#include "mc_table.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint8_t *whole(const char *path, size_t *n)
{
  FILE *f = fopen(path, "rb");
  if (!f || fseek(f, 0, SEEK_END)) exit(2);
  *n = (size_t)ftell(f);
  rewind(f);
  uint8_t *bytes = malloc(*n + 1);
  if (!bytes || fread(bytes, 1, *n, f) != *n) exit(2);
  fclose(f);
  return bytes;
}

int main(int argc, char **argv)
{
  if (argc != 6) return fprintf(stderr, "usage: core TABLE PROVIDED KNOWN OWNERS FILES\n"), 2;
  size_t n;
  uint8_t *bytes = whole(argv[1], &n);
  mc_table table;
  if (mc_table_open(bytes, n, &table) != MC_TABLE_OK) return 2;
  mc_join_spec spec;
  memset(&spec, 0, sizeof spec);
  spec.table = &table;
  spec.provided = mc_table_plane(&table, (uint32_t)atoi(argv[2]));
  spec.known = mc_table_plane(&table, (uint32_t)atoi(argv[3]));
  spec.owner_files = mc_table_plane(&table, (uint32_t)atoi(argv[4]));
  spec.reserved = "libc.\0libpthread.\0librt.\0libm.\0libdl.\0libutil.\0libxnet.\0";
  spec.ok_types = 0x67;
  spec.ok_binds = 0x406;
  FILE *files = fopen(argv[5], "r");
  char *line = 0;
  size_t room = 0;
  ssize_t got;
  unsigned long images = 0, missing = 0;
  static mc_ref refs[4096];
  mc_scratch *scratch = mc_scratch_new();
  while (files && (got = getline(&line, &room, files)) > 0) {
    mc_err err;
    mc_join_counts counts;
    line[got - 1] = 0;
    int fd = open(line, O_RDONLY | O_CLOEXEC);
    if (fd < 0) continue;
    mc_image *image = mc_scan_fd(fd, 0, scratch, &err);
    close(fd);
    if (!image) continue;
    images++;
    missing += mc_join(image, &spec, refs, 4096, &counts);
    mc_image_free(image);
  }
  mc_scratch_free(scratch);
  if (files) fclose(files);
  free(line);
  free(bytes);
  printf("%lu images, %lu missing\n", images, missing);
  return 0;
}
