/* A frame of 200,000 bytes that only the main thread has.
 * flags: -O2
 * truth: ends */
#include <pthread.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
__attribute__((noipa)) static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return (void *)(long)(*(int *)x - 1); }
int main(int argc, char **argv) {
  pthread_t t;
  void *result = (void *)1L;
  if (pthread_create(&t, 0, work, &argc)) return 2;
  int own = frame(argc - 1);
  return pthread_join(t, &result) || own || result;
}
