/* A filter (DT_FILTER): glibc takes its symbols from libm.so.6, musl never reads the tag.
 * flags: -shared -fPIC -Wl,-f,libm.so.6
 * output: libfilter.so */
double filtered(double x) { return x; }
