/* Looks names up at run time: dlopen and dlsym. */
#include <dlfcn.h>
int main(void) { return dlopen("libnot_there.so.1", RTLD_NOW) != 0; }
