/* A thread that calls one of two functions of a table; one needs 200,000 bytes.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <pthread.h>
__attribute__((noipa)) static int eat(volatile char *p, int n) { p[n] = 1; return p[n / 2]; }
static int few(int n) { return n - 1; }
static int big(int n) { volatile char b[200000]; b[0] = 1; return eat(b, n) + b[1]; }
static int (*const table[])(int) = {few, big};
static void *run(void *x) { return (void *)(long)table[*(volatile int *)x](*(int *)x); }
int main(int argc, char **argv) {
  pthread_t t;
  void *result = (void *)1;
  if (pthread_create(&t, 0, run, &argc) != 0 || pthread_join(t, &result) != 0) return 2;
  return (int)(long)result;
}
