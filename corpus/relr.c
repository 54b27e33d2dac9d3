/* DT_RELR, which the loader reads since 1.2.4; an older one leaves the pointers unrelocated.
 * flags: -pie -fPIE -Wl,-z,pack-relative-relocs */
#include <stdio.h>
static const char *const words[] = {"he", "llo", "\n"};
const char *const *volatile table = words;
int main(void)
{
  for (int i = 0; i < 3; i++)
    if (fputs(table[i], stdout) < 0) return 1;
  return 0;
}
