/* A program that prints the smallest stack that sysconf tells, and starts no thread.
 * flags: -O2 -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <stdio.h>
#include <unistd.h>
int main(void) {
  printf("%ld\n", sysconf(_SC_THREAD_STACK_MIN));
  return 0;
}
