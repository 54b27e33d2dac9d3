/* A program of type ET_EXEC.
 * flags: -no-pie */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
