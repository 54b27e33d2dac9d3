/* A frame of 200,000 bytes in a thread pool of GLib.
 * flags: -O2
 * needs: libglib-2.0.so.0
 * truth: crashes */
void *g_thread_new(const char *, void *(*)(void *), void *);
void *g_thread_join(void *);
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }

void *g_thread_pool_new(void (*)(void *, void *), void *, int, int, void *);
int g_thread_pool_push(void *, void *, void *);
void g_thread_pool_free(void *, int, int);
static int result = 1;
static void work(void *x, void *y) { char b[200000]; result = touch(b, 200000); }
int main(void) {
  void *pool = g_thread_pool_new(work, 0, 1, 0, 0);
  g_thread_pool_push(pool, pool, 0);
  g_thread_pool_free(pool, 0, 1);
  return result;
}
