/* A dynamic glibc program for armhf.
 * target: arm-linux-gnueabihf.2.36 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
