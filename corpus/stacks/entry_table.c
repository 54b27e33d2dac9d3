/* A thread whose function comes from a table; one of the two needs 200,000 bytes.
 * flags: -O2
 * truth: crashes */
#include <pthread.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
static void *few(void *x) { return 0; }
static void *deep(void *x) { char b[200000]; return (void *)(long)touch(b, 200000); }
static void *(*const table[])(void *) = {few, deep};
int main(int argc, char **argv) {
  pthread_t t;
  void *result = (void *)1L;
  if (pthread_create(&t, 0, table[argc], 0) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
