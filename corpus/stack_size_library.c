/* A library that asks for thread stacks of 1 MiB by PT_GNU_STACK.
 * flags: -shared -fPIC -Wl,-soname,libstack_size.so -Wl,-z,stack-size=1048576
 * output: libstack_size.so */
int answer(void) { return 42; }
