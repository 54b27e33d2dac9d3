/* An extension module: its Py names come from the program that loads it, not from libc.
 * flags: -shared -fPIC
 * output: python_module.so */
extern void *PyList_New(long);
void *PyInit_python_module(void) { return PyList_New(0); }
