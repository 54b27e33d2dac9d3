/* A frame of 200,000 bytes in a thread of libuv, which asks for RLIMIT_STACK.
 * flags: -O2
 * needs: libuv.so.1
 * truth: ends */
int uv_thread_create(void *, void (*)(void *), void *);
int uv_thread_join(void *);
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
static void work(void *x) { char b[200000]; *(int *)x = touch(b, 200000); }
int main(void) {
  unsigned long t;
  int result = 1;
  if (uv_thread_create(&t, work, &result) || uv_thread_join(&t)) return 2;
  return result;
}
