/* A relocation in the text segment (DT_TEXTREL) of a program.
 * flags: -pie -fPIE -Wl,-z,notext */
#include <stdio.h>
__asm__(".text\n.balign 8\nplace: .quad main\n");
extern void *place;
int main(void) { return puts(place == (void *)main ? "hello" : "odd") < 0; }
