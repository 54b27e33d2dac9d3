/* A dynamic glibc program for aarch64.
 * target: aarch64-linux-gnu.2.36 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
