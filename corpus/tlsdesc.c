/* A library with TLS descriptors.
 * flags: -shared -fPIC -ftls-model=global-dynamic -mtls-dialect=gnu2
 * output: libtlsdesc.so */
__thread int counter;
int next(void) { return ++counter; }
