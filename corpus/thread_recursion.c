/* A thread that recurs as deep as there are arguments.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <pthread.h>
__attribute__((noipa)) static int eat(volatile char *p, int n) { p[n] = 1; return p[n / 2]; }
__attribute__((noipa)) static int again(int n) {
  volatile char b[500];
  b[0] = 1;
  return n ? again(n - 1) + eat(b, n) : 0;
}
static void *run(void *x) { return (void *)(long)again(*(int *)x); }
int main(int argc, char **argv) {
  pthread_t t;
  if (pthread_create(&t, 0, run, &argc) != 0) return 2;
  return pthread_join(t, 0);
}
