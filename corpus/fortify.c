/* Fortified calls (__sprintf_chk, __memcpy_chk, __printf_chk), which musl does not have.
 * flags: -O2 -D_FORTIFY_SOURCE=2 */
#include <stdio.h>
#include <string.h>
int main(int argc, char **argv)
{
  char line[16];
  memcpy(line, argv[0], (size_t)argc);
  sprintf(line + argc, "%d", argc);
  return printf("%s\n", line) < 0;
}
