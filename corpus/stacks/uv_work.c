/* A frame of 200,000 bytes in the thread pool of libuv.
 * flags: -O2
 * needs: libuv.so.1
 * truth: ends */
#include <stdlib.h>
void *uv_default_loop(void);
int uv_run(void *, int);
int uv_queue_work(void *, void *, void (*)(void *), void (*)(void *, int));
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
static int result = 1;
static void work(void *x) { char b[200000]; result = touch(b, 200000); }
static void after(void *x, int status) {}
int main(void) { return uv_queue_work(uv_default_loop(), calloc(1, 1000), work, after) || uv_run(uv_default_loop(), 0) || result; }
