/* A PIE without PT_PHDR: a loader started by the kernel cannot tell where it is.
 * flags: -pie -fPIE
 * edit: drop-phdr=PT_PHDR */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
