/* Needs libresolv.so.2, a library of glibc's that musl does not take for itself.
 * flags: -Wl,--no-as-needed -lresolv */
int main(void) { return 0; }
