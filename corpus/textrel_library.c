/* A relocation in the text segment of a library: the loader makes its whole map writable.
 * flags: -shared -fPIC -Wl,-z,notext
 * output: libtextrel_library.so */
__asm__(".text\n.balign 8\nplace: .quad puts\n");
int textrel_library(void) { return 0; }
