/* A library with general-dynamic TLS: DTPMOD and DTPOFF relocations.
 * flags: -shared -fPIC -ftls-model=global-dynamic
 * output: libglobal_dynamic_tls.so */
__thread int counter;
int next(void) { return ++counter; }
