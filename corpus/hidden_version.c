/* A library that refers to its own symbol, which it defines as a hidden version only (counted@V1).
 * flags: -shared -fPIC -Wl,--version-script=$corpus/hidden_version.map
 * output: libhidden_version.so */
int counted_v1(void) { return 0; }
__asm__(".symver counted_v1, counted@V1");
extern int counted_here(void);
__asm__(".symver counted_here, counted@V1");
int use_counted(void) { return counted_here(); }
