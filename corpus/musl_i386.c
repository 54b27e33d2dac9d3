/* A dynamic musl program for i386.
 * flags: -dynamic
 * target: x86-linux-musl */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
