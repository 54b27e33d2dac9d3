/* Needs glibc's loader as a library, as objects with thread-local storage do.
 * flags: -Wl,--no-as-needed -l:ld-linux-x86-64.so.2 */
int main(void) { return 0; }
