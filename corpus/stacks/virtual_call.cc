/* A frame of 200,000 bytes in a virtual function.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
struct base { virtual ~base() {} virtual int run(int n) = 0; };
struct few : base { int run(int n) override { return n; } };
struct deep : base { int run(int n) override { char b[200000]; return touch(b, 200000) + n; } };
__attribute__((noipa)) static base *make(int n) { return n > 3 ? (base *)new few : new deep; }
static void *work(void *x) { base *b = make(*(int *)x); int r = b->run(*(int *)x - 1); delete b; return RESULT(r); }
