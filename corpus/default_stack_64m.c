/* A program that makes 64 MiB the default stack of threads, and prints what they get.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 -D_GNU_SOURCE */
#include <pthread.h>
#include <stdio.h>
static void *run(void *x) {
  pthread_attr_t a;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &a) == 0) pthread_attr_getstacksize(&a, &size);
  printf("%zu MiB\n", size >> 20);
  return x;
}
int main(void) {
  pthread_t t;
  pthread_attr_t a;
  pthread_attr_init(&a);
  pthread_attr_setstacksize(&a, 64 << 20);
  if (pthread_setattr_default_np(&a) != 0 || pthread_create(&t, 0, run, 0) != 0) return 2;
  return pthread_join(t, 0);
}
