/* Asks for thread stacks of 1 MiB by PT_GNU_STACK.
 * flags: -Wl,-z,stack-size=1048576 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
