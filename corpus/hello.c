/* A plain dynamic program: the reference that nothing is wrong with, but the interpreter. */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
