/* A thread that takes as much of its stack as there are arguments.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <alloca.h>
#include <pthread.h>
__attribute__((noipa)) static int eat(volatile char *p, int n) { p[n] = 1; return p[n / 2]; }
static void *run(void *x) {
  int n = *(int *)x;
  return (void *)(long)eat(alloca((unsigned)n + 1), n);
}
int main(int argc, char **argv) {
  pthread_t t;
  if (pthread_create(&t, 0, run, &argc) != 0) return 2;
  return pthread_join(t, 0);
}
