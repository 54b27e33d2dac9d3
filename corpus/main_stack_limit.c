/* A program that asks pthread_getattr_np and getrlimit for the stack of the main thread.
 * flags: -O2 -pthread -fno-stack-protector -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 -D_GNU_SOURCE */
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
int main(void) {
  pthread_attr_t a;
  void *start;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &a) != 0 || pthread_attr_getstack(&a, &start, &size) != 0) return 2;
  struct rlimit r;
  if (getrlimit(RLIMIT_STACK, &r) == 0 && r.rlim_cur > size) size = r.rlim_cur;
  printf("%s\n", size >= 1 << 20 ? "the limit" : "what is mapped");
  return 0;
}
