/* A program that uses a library's IFUNC.
 * flags: -Wl,-rpath,$ORIGIN
 * needs: ifunc_export */
extern int chosen(void);
int main(void) { return chosen(); }
