/* A static PIE: it has PT_DYNAMIC and relocates itself, no loader takes part.
 * flags: -static-pie -fPIE */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
