/* A frame of 200,000 bytes behind a pointer that main stored.
 * flags: -O2
 * truth: crashes */
#include <pthread.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
struct job { int (*run)(int); int n; };
__attribute__((noipa)) static int deep(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { struct job *j = x; return (void *)(long)j->run(j->n); }
int main(int argc, char **argv) {
  pthread_t t;
  void *result = (void *)1L;
  struct job j = {deep, argc - 1};
  if (pthread_create(&t, 0, work, &j) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
