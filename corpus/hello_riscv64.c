/* A dynamic glibc program for riscv64.
 * target: riscv64-linux-gnu.2.36 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
