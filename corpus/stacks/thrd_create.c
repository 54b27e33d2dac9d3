/* A frame of 200,000 bytes in a thread of C11.
 * flags: -O2
 * truth: crashes */
#include <threads.h>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
static int work(void *x) { char b[200000]; return touch(b, 200000); }
int main(int argc, char **argv) {
  thrd_t t;
  int result = 1;
  if (thrd_create(&t, work, 0) != thrd_success || thrd_join(t, &result) != thrd_success) return 2;
  return result;
}
