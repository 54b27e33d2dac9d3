/* Stands for musl's libc when a program is linked.
 * flags: -shared -fPIC -nostdlib -Wl,-soname,libc.musl-x86_64.so.1
 * output: libc.musl-x86_64.so.1 */
int puts(const char *s) { return !s; }
int __libc_start_main(void) { return 0; }
