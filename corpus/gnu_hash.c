/* A library with DT_GNU_HASH only.
 * flags: -shared -fPIC -Wl,--hash-style=gnu
 * output: libgnu_hash.so */
extern int puts(const char *);
int say(void) { return puts("hello"); }
