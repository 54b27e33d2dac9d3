/* A dynamic glibc program for ppc64le.
 * target: powerpc64le-linux-gnu.2.36 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
