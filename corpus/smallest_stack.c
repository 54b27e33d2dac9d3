/* A thread with the smallest stack that sysconf tells, and prints its size.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>
static void *run(void *x) { return x; }
int main(void) {
  pthread_t t;
  pthread_attr_t a;
  long size = sysconf(_SC_THREAD_STACK_MIN);
  pthread_attr_init(&a);
  printf("%ld\n", size);
  if (pthread_attr_setstacksize(&a, size) != 0 || pthread_create(&t, &a, run, 0) != 0) return 2;
  return pthread_join(t, 0);
}
