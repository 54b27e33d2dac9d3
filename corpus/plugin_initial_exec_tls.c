/* An extension module with initial-exec TLS: musl refuses it in dlopen.
 * flags: -shared -fPIC -ftls-model=initial-exec
 * output: plugin_initial_exec_tls.so */
static __thread int calls;
void *PyInit_plugin_initial_exec_tls(void) { return calls++ ? &calls : 0; }
