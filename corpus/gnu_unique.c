/* A definition of binding STB_GNU_UNIQUE, used by its own library.
 * flags: -shared -fPIC
 * output: libgnu_unique.so */
extern int once;
__asm__(".data\n.globl once\n.type once, @gnu_unique_object\n.size once, 4\nonce: .long 1\n");
int get_once(void) { return once; }
