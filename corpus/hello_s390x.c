/* A dynamic glibc program for s390x.
 * target: s390x-linux-gnu.2.36 */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
