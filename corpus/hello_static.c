/* A static program: no loader takes part.
 * flags: -static */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
