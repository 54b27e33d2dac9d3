/* Stands for a libc.so.6 of glibc 2.38 when a program is linked.
 * flags: -shared -fPIC -nostdlib -Wl,-soname,libc.so.6 -Wl,--version-script=$corpus/stub_c23.map
 * output: libc_2_38.so */
int __libc_start_main(void) { return 0; }
long __isoc23_strtol(const char *s, char **end, int base) { (void)s; (void)end; return base; }
