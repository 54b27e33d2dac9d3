/* A dynamic musl program for aarch64.
 * flags: -dynamic
 * target: aarch64-linux-musl */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
