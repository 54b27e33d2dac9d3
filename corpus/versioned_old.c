/* An old version of a symbol (memcpy@GLIBC_2.2.5): musl binds every version to its one implementation.
 * flags: -fno-builtin */
#include <string.h>
__asm__(".symver memcpy, memcpy@GLIBC_2.2.5");
int main(int argc, char **argv)
{
  char first[2] = "";
  memcpy(first, argv[argc - 1], 1);
  return first[0] == 0;
}
