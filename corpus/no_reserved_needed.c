/* Uses libc and has no DT_NEEDED at all: the loader leaves libc out of the search.
 * flags: -shared -fPIC -nostdlib -Wl,--unresolved-symbols=ignore-all
 * output: libno_reserved_needed.so */
extern void *malloc(unsigned long);
void *get(void) { return malloc(1); }
