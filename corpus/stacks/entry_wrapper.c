/* A thread that is started through a function of the program; 200,000 bytes.
 * flags: -O2
 * truth: crashes */
#include <pthread.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
static void *deep(void *x) { char b[200000]; return (void *)(long)touch(b, 200000); }
__attribute__((noipa)) static int spawn(pthread_t *t, void *(*f)(void *), void *x) { return pthread_create(t, 0, f, x); }
int main(int argc, char **argv) {
  pthread_t t;
  void *result = (void *)1L;
  if (spawn(&t, deep, 0) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
