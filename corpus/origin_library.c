/* The library of the cases that find one beside them.
 * flags: -shared -fPIC -Wl,-soname,liborigin_library.so
 * output: liborigin_library.so */
int origin_answer(void) { return 0; }
