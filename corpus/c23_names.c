/* __isoc23_strtol, what strtol is called by programs built against glibc 2.38 and later.
 * flags: -Wl,--unresolved-symbols=ignore-all
 * needs: stub_c23 */
extern long __isoc23_strtol(const char *, char **, int);
int main(int argc, char **argv) { return (int)__isoc23_strtol(argv[argc - 1], 0, 10); }
