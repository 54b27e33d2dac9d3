/* A library that stands in for liborigin_library.so and makes one fortified call.
 * flags: -shared -fPIC -fno-builtin
 * output: liborigin_library.so */
extern int __printf_chk(int, const char *, ...);
int origin_answer(void) { return __printf_chk(1, "answer\n"); }
