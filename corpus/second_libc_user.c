/* A program that needs a library which the loader replaces by libc.
 * flags: -Wl,-rpath,$ORIGIN -Wl,--no-as-needed
 * needs: second_libc */
extern int only_here(void);
int main(void) { return only_here(); }
