/* A size that the program reads from RLIMIT_STACK, and a frame of 200,000 bytes.
 * flags: -O2
 * truth: ends */
#include <pthread.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
__attribute__((noipa)) static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return (void *)(long)frame(*(int *)x - 1); }
#include <sys/resource.h>
int main(int argc, char **argv) {
  pthread_t t;
  pthread_attr_t a;
  void *result = (void *)1L;
  pthread_attr_init(&a);
  struct rlimit r; if (getrlimit(RLIMIT_STACK, &r) || pthread_attr_setstacksize(&a, r.rlim_cur > 64 << 20 ? 2 << 20 : r.rlim_cur)) return 3;
  if (pthread_create(&t, &a, work, &argc) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
