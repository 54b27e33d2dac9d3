/* dlvsym, which musl does not have.
 * flags: -D_GNU_SOURCE */
#define _GNU_SOURCE 1
#include <dlfcn.h>
int main(void) { return dlvsym(RTLD_DEFAULT, "puts", "GLIBC_2.2.5") == 0; }
