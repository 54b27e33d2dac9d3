/* A library with an undefined symbol that no relocation uses: not an error.
 * flags: -shared -fPIC
 * output: libunused_undefined.so
 * edit: none-relocation=not_there */
extern int not_there(void);
int maybe(int yes) { return yes ? not_there() : 0; }
