/* A program linked when kept@V1 was current: musl gives it kept@@V2.
 * flags: -Wl,-rpath,$ORIGIN
 * needs: two_versions */
extern int kept_of_old(void);
__asm__(".symver kept_of_old, kept@V1");
int main(void) { return kept_of_old() != 1; }
