/* A library that exports an IFUNC: not a definition for musl's loader.
 * flags: -shared -fPIC -Wl,-soname,libifunc_export.so
 * output: libifunc_export.so */
static int answer(void) { return 0; }
static int (*choose(void))(void) { return answer; }
int chosen(void) __attribute__((ifunc("choose")));
