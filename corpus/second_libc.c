/* A library that defines stdin and __libc_start_main: the loader takes it for a second libc.
 * flags: -shared -fPIC -nostdlib -Wl,-soname,libsecond_libc.so
 * output: libsecond_libc.so */
void *stdin;
int __libc_start_main(void) { return 0; }
int only_here(void) { return 0; }
