/* A dynamic musl program for armhf.
 * flags: -dynamic
 * target: arm-linux-musleabihf */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
