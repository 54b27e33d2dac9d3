/* A library that keeps an old version of a symbol (kept@V1) beside its default one (kept@@V2).
 * flags: -shared -fPIC -Wl,--version-script=$corpus/two_versions.map -Wl,-soname,libtwo_versions.so
 * output: libtwo_versions.so */
int kept_v1(void) { return 1; }
int kept_v2(void) { return 2; }
__asm__(".symver kept_v1, kept@V1");
__asm__(".symver kept_v2, kept@@V2");
