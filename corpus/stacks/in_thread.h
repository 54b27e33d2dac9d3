#ifndef IN_THREAD_H
#define IN_THREAD_H
/* What the programs share: a thread without attributes that runs `work`, whose result is the program's. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#ifdef __cplusplus
extern "C" {
#endif
__attribute__((noipa)) static int touch(volatile char *p, long n) {
  for (long i = 0; i < n; i += 512) p[i] = 1;
  return p[0] - 1;
}
static void *work(void *);
int main(int argc, char **argv) {
  pthread_t t;
  void *result = (void *)1L;
  if (pthread_create(&t, 0, work, &argc) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
#ifdef __cplusplus
}
#endif
#define RESULT(n) ((void *)(long)(n))
#endif
