/* A weak thread-local symbol that nothing defines, reached at a fixed place (TPOFF): the loader crashes.
 * flags: -shared -fPIC -ftls-model=initial-exec
 * output: libweak_tls.so */
extern __thread int not_there __attribute__((weak));
int *where(void) { return &not_there; }
