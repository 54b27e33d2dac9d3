/* A thread with a frame of 200,000 bytes on a stack of the default size.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <pthread.h>
__attribute__((noipa)) static int eat(volatile char *p, int n) { p[n] = 1; return p[n / 2]; }
__attribute__((noipa)) static int big(int n) { volatile char b[200000]; b[0] = 1; return eat(b, n) + b[1]; }
static void *run(void *x) { return (void *)(long)big(*(int *)x); }
int main(int argc, char **argv) {
  pthread_t t;
  if (pthread_create(&t, 0, run, &argc) != 0) return 2;
  return pthread_join(t, 0);
}
