/* A dynamic glibc program for i386.
 * target: x86-linux-gnu.2.36 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
