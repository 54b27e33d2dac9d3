/* A stack of 1 MiB that the program allocates, and a frame of 200,000 bytes.
 * flags: -O2
 * truth: ends */
#include <pthread.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
__attribute__((noipa)) static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return (void *)(long)frame(*(int *)x - 1); }
static _Alignas(4096) char memory[1 << 20];
int main(int argc, char **argv) {
  pthread_t t;
  pthread_attr_t a;
  void *result = (void *)1L;
  pthread_attr_init(&a);
  pthread_attr_setstack(&a, memory, sizeof memory);
  if (pthread_create(&t, &a, work, &argc) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
