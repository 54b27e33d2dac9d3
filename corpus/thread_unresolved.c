/* A thread whose function is chosen from a table at run time.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <pthread.h>
__attribute__((noipa)) static int eat(volatile char *p, int n) { p[n] = 1; return p[n / 2]; }
static void *one(void *x) { return (void *)(long)eat(x, 0); }
static void *two(void *x) { return (void *)(long)eat(x, 1); }
static void *(*volatile const table[])(void *) = {one, two};
int main(int argc, char **argv) {
  pthread_t t;
  if (pthread_create(&t, 0, table[argc & 1], &argc) != 0) return 2;
  return pthread_join(t, 0);
}
