/* reader.c - the code reader alone on one file: scan, read the code, solve the call graph.
 *
 *   reader FILE    prints the bytes of code, and how many functions and references there are */
#define _GNU_SOURCE 1
#include "mc_graph.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
  mc_limits limits;
  mc_err err;
  mc_scratch *scratch = mc_scratch_new();
  int fd = argc == 2 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0 || !scratch) return fprintf(stderr, "usage: reader FILE\n"), 2;
  mc_limits_default(&limits);
  limits.keep_relocs = 1;
  mc_image *image = mc_scan_fd(fd, &limits, scratch, &err);
  mc_code *code = image ? mc_code_scan_fd(fd, image, NULL, &err) : NULL;
  if (!code) return fprintf(stderr, "reader: status %d\n", (int)err.status), 2;
  uint32_t functions, calls;
  mc_code_funcs(code, &functions);
  mc_code_calls(code, &calls);
  mc_node *nodes = calloc((size_t)functions + 1, sizeof *nodes);
  mc_graph_object object = {code, NULL};
  if (!nodes || mc_graph_solve(&object, 1, NULL, 0, 1, NULL, 0, nodes) != MC_OK) return 2;
  printf("%llu %u %u\n", (unsigned long long)mc_code_bytes(code), functions, calls);
  free(nodes);
  mc_code_free(code);
  mc_image_free(image);
  mc_scratch_free(scratch);
  close(fd);
  return 0;
}
