/* sweep.c - capstone's linear sweep over the executable segments of one ELF64 file for x86_64, by its lightest path:
 * cs_disasm_iter into one instruction, details off, bytes that are none skipped.  The file is mapped.
 *
 *   sweep FILE    prints the bytes of code and how many instructions were decoded */
#define _GNU_SOURCE 1
#include <capstone/capstone.h>
#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
  struct stat st;
  csh handle;
  int fd = argc == 2 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0 || fstat(fd, &st)) return fprintf(stderr, "usage: sweep FILE\n"), 2;
  const uint8_t *file = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (file == MAP_FAILED || cs_open(CS_ARCH_X86, CS_MODE_64, &handle) != CS_ERR_OK) return 2;
  cs_option(handle, CS_OPT_DETAIL, CS_OPT_OFF);
  cs_option(handle, CS_OPT_SKIPDATA, CS_OPT_ON);
  Elf64_Ehdr header;
  memcpy(&header, file, sizeof header);
  cs_insn *instruction = cs_malloc(handle);
  unsigned long long code = 0, count = 0;
  for (unsigned i = 0; i < header.e_phnum; i++) {
    Elf64_Phdr segment;
    memcpy(&segment, file + header.e_phoff + i * sizeof segment, sizeof segment);
    if (segment.p_type != PT_LOAD || !(segment.p_flags & PF_X)) continue;
    const uint8_t *at = file + segment.p_offset;
    size_t left = segment.p_filesz;
    uint64_t address = segment.p_vaddr;
    code += left;
    while (cs_disasm_iter(handle, &at, &left, &address, instruction)) count++;
  }
  printf("%llu %llu\n", code, count);
  cs_free(instruction, 1);
  cs_close(&handle);
  return 0;
}
