/* A program built for musl: nothing is missing.
 * flags: -nostdlib -nostartfiles -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1
 * needs: musl_stub */
extern int puts(const char *);
void _start(void) { puts("hello"); for (;;) ; }
