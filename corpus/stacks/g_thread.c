/* A frame of 200,000 bytes in a thread of GLib.
 * flags: -O2
 * needs: libglib-2.0.so.0
 * truth: crashes */
void *g_thread_new(const char *, void *(*)(void *), void *);
void *g_thread_join(void *);
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }

static void *work(void *x) { char b[200000]; return (void *)(long)touch(b, 200000); }
int main(void) { return (int)(long)g_thread_join(g_thread_new("deep", work, 0)); }
