/* COPY relocations against libc's data.
 * flags: -no-pie -fno-pic */
#include <stdio.h>
extern char **environ;
int main(void) { return fputs(environ ? "hello\n" : "", stdout) < 0; }
