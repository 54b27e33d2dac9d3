/* A program without section headers.
 * edit: drop-sections */
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
