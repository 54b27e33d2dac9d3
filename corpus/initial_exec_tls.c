/* A library with initial-exec TLS: fine at start, refused by a dlopen later.
 * flags: -shared -fPIC -ftls-model=initial-exec
 * output: libinitial_exec_tls.so */
__thread int counter;
int next(void) { return ++counter; }
