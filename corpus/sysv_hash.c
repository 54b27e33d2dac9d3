/* A library with DT_HASH only.
 * flags: -shared -fPIC -Wl,--hash-style=sysv
 * output: libsysv_hash.so */
extern int puts(const char *);
int say(void) { return puts("hello"); }
