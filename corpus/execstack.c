/* Asks for an executable stack (PT_GNU_STACK with PF_X).
 * flags: -Wl,-z,execstack */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
