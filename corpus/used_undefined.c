/* The same with its relocation: an error at start although nothing calls it.
 * flags: -shared -fPIC
 * output: libused_undefined.so */
extern int not_there(void);
int maybe(int yes) { return yes ? not_there() : 0; }
